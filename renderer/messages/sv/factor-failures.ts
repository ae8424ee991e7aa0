import { callKept, typingKept } from './kept.js';

export const factorFailures = {
  'gateway-unreachable': {
    what: 'Tjänsten bakom verifieringssättet går inte att nå.',
    kept: callKept,
    next: 'Försök igen om en stund eller använd ett annat sätt.',
  },
  'gateway-timeout': {
    what: 'Tjänsten bakom verifieringssättet svarade inte i tid; ett meddelande kan ändå komma fram.',
    kept: callKept,
    next: 'Vänta en stund och försök sedan igen eller använd ett annat sätt.',
  },
  'gateway-certificate': {
    what: 'Certifikatet för tjänsten bakom verifieringssättet är inte giltigt, så inget skickades.',
    kept: callKept,
    next: 'Använd ett annat sätt. Berätta för administratören.',
  },
  'gateway-unauthorised': {
    what: 'Tjänsten bakom verifieringssättet släpper inte in arbetsplatsen.',
    kept: callKept,
    next: 'Använd ett annat sätt. Be administratören kontrollera nyckeln.',
  },
  'gateway-busy': {
    what: 'Tjänsten bakom verifieringssättet har för mycket att göra.',
    kept: callKept,
    next: 'Vänta en stund och försök igen, eller använd ett annat sätt.',
  },
  'gateway-failed': {
    what: 'Tjänsten bakom verifieringssättet vägrade eller misslyckades.',
    kept: callKept,
    next: 'Använd ett annat sätt. Om det fortsätter, berätta för administratören.',
  },
  'gateway-invalid': {
    what: 'Svaret från tjänsten bakom verifieringssättet går inte att förstå.',
    kept: callKept,
    next: 'Använd ett annat sätt. Berätta för administratören.',
  },
  'gateway-secret-missing': {
    what: 'Nyckeln till tjänsten bakom verifieringssättet finns inte i nyckelringen.',
    kept: callKept,
    next: 'Använd ett annat sätt. Berätta för administratören.',
  },
  'code-too-soon': {
    what: 'En kod skickades på det här sättet alldeles nyss, så ingen ny skickades.',
    kept: callKept,
    next: 'Be om koden som skickades, eller vänta.',
  },
  'code-not-sent': {
    what: 'Det finns ingen kod att kontrollera: ingen har skickats, eller så är den använd.',
    kept: callKept,
    next: 'Skicka en ny kod eller använd ett annat sätt.',
  },
  'code-malformed': {
    what: 'Det är ingen kod: den har annat än siffror, eller för få eller för många.',
    kept: typingKept,
    next: 'Skriv bara siffrorna. Det räknades inte som ett fel svar.',
  },
  'code-expired': {
    what: 'Koden kom för sent.',
    kept: callKept,
    next: 'Skicka en ny kod. Det räknades inte som ett fel svar.',
  },
};
