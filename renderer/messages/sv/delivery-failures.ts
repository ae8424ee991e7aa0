import { nothingShown, recordKept } from './kept.js';

export const deliveryFailures = {
  'undelivered-too-many': {
    what: 'För många anteckningar har inte nått någon insamlare, så ingen kan sökas.',
    kept: nothingShown,
    next: 'Vänta en stund och försök igen. Om det fortsätter, berätta för administratören; i inställningarna syns vilken insamlare som inte tar emot dem.',
  },
  'delivery-unavailable': {
    what: 'Arbetsplatsen kan inte läsa eller skriva hur långt insamlarna har kommit.',
    kept: recordKept,
    next: 'Be administratören se över disken och rättigheterna till mappen delivery bredvid loggen.',
  },
  'collector-ahead': {
    what: 'Insamlaren har anteckningar som inte finns i den här loggen: den har kapats eller hämtats tillbaka från en gammal kopia.',
    kept: nothingShown,
    next: 'Rör inte loggens mapp. Berätta genast för administratören.',
  },
  'collector-unreachable': {
    what: 'Insamlaren går inte att nå.',
    kept: recordKept,
    next: 'Du behöver inte göra något: ett nytt försök görs. Om det fortsätter, berätta för administratören.',
  },
  'collector-timeout': {
    what: 'Insamlaren svarade inte i tid.',
    kept: recordKept,
    next: 'Du behöver inte göra något: ett nytt försök görs. Om det fortsätter, berätta för administratören.',
  },
  'collector-certificate': {
    what: 'Insamlarens certifikat eller kryptering duger inte, så inget skickades till den.',
    kept: recordKept,
    next: 'Berätta för administratören.',
  },
  'collector-key-unreadable': {
    what: 'Certifikatet eller nyckeln som arbetsplatsen visar för insamlaren kan inte läsas.',
    kept: recordKept,
    next: 'Be administratören se över filerna som reglerna nämner.',
  },
  'collector-unauthorised': {
    what: 'Insamlaren känner inte den här arbetsplatsen.',
    kept: recordKept,
    next: 'Berätta för administratören att insamlaren avvisar datorn.',
  },
  'collector-cut': {
    what: 'Insamlaren bröt förbindelsen innan den hade tagit emot allt.',
    kept: recordKept,
    next: 'Du behöver inte göra något: allt skickas igen. Om det fortsätter, berätta för administratören.',
  },
  'collector-busy': {
    what: 'Insamlaren tar inte emot något just nu.',
    kept: recordKept,
    next: 'Du behöver inte göra något: ett nytt försök görs.',
  },
  'collector-refused': {
    what: 'Insamlaren godkände inte anteckningarna.',
    kept: recordKept,
    next: 'Be administratören se över insamlaren; allt skickas igen tills den tar emot dem.',
  },
};
