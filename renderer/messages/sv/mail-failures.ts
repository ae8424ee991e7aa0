import { nothing } from './kept.js';

export const mailFailures = {
  'mail-address-invalid': {
    what: 'Adressen är inte en enda brevlåda, så inget skickades.',
    kept: nothing,
    next: 'Använd ett annat sätt och berätta om adressen för den som sköter registret.',
  },
  'mail-unreachable': {
    what: 'E-postservern går inte att nå.',
    kept: nothing,
    next: 'Försök igen om en stund eller använd ett annat sätt. Om det fortsätter, berätta för administratören.',
  },
  'mail-timeout': {
    what: 'E-postservern svarade inte i tid; meddelandet kan ändå komma fram.',
    kept: nothing,
    next: 'Vänta en stund och skicka sedan igen eller använd ett annat sätt.',
  },
  'mail-certificate': {
    what: 'E-postserverns certifikat är inte giltigt, så inget skickades.',
    kept: nothing,
    next: 'Använd ett annat sätt. Berätta för administratören.',
  },
  'mail-unencrypted': {
    what: 'E-postservern krypterar inte, så inget skickades.',
    kept: nothing,
    next: 'Använd ett annat sätt. Berätta för administratören.',
  },
  'mail-unauthorised': {
    what: 'E-postservern känner inte den här arbetsplatsen, så inget skickades.',
    kept: nothing,
    next: 'Använd ett annat sätt. Berätta för administratören att servern avvisar datorn.',
  },
  'mail-refused': {
    what: 'E-postservern avvisade meddelandet.',
    kept: nothing,
    next: 'Använd ett annat sätt. Om det upprepas, berätta för administratören.',
  },
  'mail-busy': {
    what: 'E-postservern tar inte emot meddelandet just nu.',
    kept: nothing,
    next: 'Använd ett annat sätt eller skicka igen senare.',
  },
};
