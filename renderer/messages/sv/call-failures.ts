import { callKept, nothing, nothingShown, typingKept } from './kept.js';

export const callFailures = {
  'registry-unreachable': {
    what: 'Registret kan inte nås.',
    kept: typingKept,
    next: 'Kontrollera nätverket och försök igen.',
  },
  'registry-timeout': {
    what: 'Registret svarade inte i tid.',
    kept: typingKept,
    next: 'Försök igen. Om det förblir tyst, säg att ni återkommer.',
  },
  'registry-certificate': {
    what: 'Registrets certifikat är inte giltigt, så inget skickades.',
    kept: typingKept,
    next: 'Fortsätt inte. Kontakta administratören.',
  },
  'registry-unencrypted': {
    what: 'Registret vägrade en säker anslutning, så inget skickades.',
    kept: typingKept,
    next: 'Fortsätt inte. Kontakta administratören.',
  },
  'registry-unauthorised': {
    what: 'Registret godtog inte åtkomstnyckeln.',
    kept: typingKept,
    next: 'Be administratören om en åtkomstnyckel som fungerar. Är du inloggad, logga först ut i inställningarna.',
  },
  'registry-key-missing': {
    what: 'Registrets åtkomstnyckel har inte angetts på den här arbetsplatsen.',
    kept: typingKept,
    next: 'Ange den i inställningarna. Du får den av administratören.',
  },
  'registry-key-refused': {
    what: 'Katalogen godtog inte arbetsplatsens åtkomstnyckel.',
    kept: typingKept,
    next: 'Ta bort nyckeln i inställningarna och ange en ny, som du får av administratören.',
  },
  'registry-forbidden': {
    what: 'Registret tillåter inte den här sökningen.',
    kept: typingKept,
    next: 'Be administratören om rätt att söka.',
  },
  'registry-not-found': {
    what: 'Det finns inget register på adressen i reglerna.',
    kept: typingKept,
    next: 'Säg till administratören att adressen är fel.',
  },
  'registry-busy': { what: 'Registret är upptaget.', kept: typingKept, next: 'Vänta en stund och försök igen.' },
  'registry-failed': {
    what: 'Registret misslyckades.',
    kept: typingKept,
    next: 'Försök igen. Om det händer igen, kontakta administratören.',
  },
  'registry-redirected': {
    what: 'Registret hänvisade till en annan adress, som inte följdes.',
    kept: typingKept,
    next: 'Kontakta administratören.',
  },
  'registry-too-large': {
    what: 'Registret skickade alldeles för mycket, och svaret kastades.',
    kept: typingKept,
    next: 'Sök med en exaktare uppgift. Om det händer igen, kontakta administratören.',
  },
  'registry-invalid': {
    what: 'Registrets svar var inte begripligt, och det kastades.',
    kept: typingKept,
    next: 'Försök igen. Om det händer igen, kontakta administratören.',
  },
  'proxy-refused': {
    what: 'Nätets proxy kräver en inloggning som det här programmet inte erbjuder.',
    kept: typingKept,
    next: 'Kontakta administratören: proxyn måste godta kontot som du är inloggad med på datorn.',
  },
  'proxy-blocked': {
    what: 'Nätets proxy släppte inte fram programmet till registret.',
    kept: typingKept,
    next: 'Berätta för administratören vilket register som inte gick att nå.',
  },
  'proxy-unreachable': {
    what: 'Nätets proxy går inte att nå.',
    kept: typingKept,
    next: 'Kontrollera nätet och försök igen. Om felet kvarstår, kontakta administratören.',
  },
  'client-certificate-missing': {
    what: 'Registret kräver ett certifikat av den här datorn, och inget skickades.',
    kept: typingKept,
    next: 'Kontakta administratören: reglerna anger inget sådant certifikat, eller så saknas det på datorn.',
  },
  'search-cancelled': { what: 'Du avbröt sökningen.', kept: typingKept, next: 'Tryck Enter för att söka igen.' },
  'purpose-unknown': { what: 'Reglerna har inget sådant ändamål.', kept: typingKept, next: 'Välj ett annat ändamål.' },
  'ticket-invalid': {
    what: 'Ärendet har inte den form som reglerna kräver.',
    kept: typingKept,
    next: 'Kontrollera ärendet och skriv det igen.',
  },
  'link-off': {
    what: 'En länk avvisades: länkar är inte påslagna på den här arbetsplatsen.',
    kept: nothing,
    next: 'Fråga administratören om ditt arbete kräver länkar.',
  },
  'link-invalid': {
    what: 'En länk avvisades: arbetsplatsen tar inte emot sådana.',
    kept: nothing,
    next: 'Skriv ärendenumret för hand. Om länken kommer från ärendesystemet, berätta för administratören.',
  },
  'identifier-too-short': { what: 'Det är för kort att söka med.', kept: typingKept, next: 'Be om hela uppgiften.' },
  'identifier-too-long': { what: 'Det är för långt att söka med.', kept: typingKept, next: 'Skriv bara uppgiften.' },
  'identifier-invalid': {
    what: 'Det går inte att söka med.',
    kept: typingKept,
    next: 'Kontrollera stavningen och vad du söker med; ett namn kräver båda namnen och en organisation.',
  },
  'identifier-lookalike': {
    what: 'Den innehåller bokstäver som bara liknar våra.',
    kept: typingKept,
    next: 'Skriv den för hand i stället för att klistra in. Om den som ringer skickade den, var försiktig.',
  },
  'claims-missing': {
    what: 'Någon uppgift är ännu tom.',
    kept: typingKept,
    next: 'Fyll i alla fält och jämför sedan.',
  },
  'call-open': { what: 'Ett samtal är redan öppet.', kept: callKept, next: 'Avsluta det innan du inleder ett nytt.' },
  'no-call': { what: 'Det finns inget öppet samtal.', kept: nothing, next: 'Inled ett nytt samtal.' },
  'wrong-step': {
    what: 'Det här steget hör inte hit i samtalet.',
    kept: callKept,
    next: 'Fortsätt från steget som visas.',
  },
  'candidate-unknown': {
    what: 'Kandidaten finns inte längre på listan.',
    kept: callKept,
    next: 'Sök igen och välj från den nya listan.',
  },
  'dial-failed': {
    what: 'Programtelefonen tog inte emot numret.',
    kept: callKept,
    next: 'Börja motringningen på nytt. Om det misslyckas igen, berätta för administratören att tel:-länkar inte fungerar.',
  },
  'factor-unavailable': {
    what: 'Det här verifieringssättet kan inte användas för personen.',
    kept: callKept,
    next: 'Använd ett annat sätt eller avsluta samtalet som inte verifierat.',
  },
  'factor-not-taken': {
    what: 'Det här verifieringssättet räknas inte för det här ändamålet.',
    kept: callKept,
    next: 'Använd ett av de sätt som erbjuds eller avsluta samtalet som inte verifierat.',
  },
  'field-not-allowed': {
    what: 'Det här ändamålet får inte visa uppgiften.',
    kept: nothingShown,
    next: 'Om samtalet kräver den, avsluta det och inled ett nytt med ett annat ändamål.',
  },
  'field-empty': { what: 'Registret har inget värde för uppgiften.', kept: callKept, next: 'Fortsätt utan den.' },
  'not-verified': {
    what: 'Den som ringer är inte verifierad.',
    kept: nothingShown,
    next: 'Verifiera först den som ringer.',
  },
  'verification-expired': {
    what: 'Verifieringen har gått ut.',
    kept: nothingShown,
    next: 'Jämför och verifiera igen, eller avsluta samtalet.',
  },
  'not-revealed': {
    what: 'Uppgiften är dold igen och kan inte kopieras.',
    kept: callKept,
    next: 'Visa den och kopiera sedan.',
  },
  'call-locked': {
    what: 'Gränsen för fel svar är nådd och samtalet är låst.',
    kept: nothingShown,
    next: 'Avsluta samtalet och följ era egna anvisningar för misstänkt bedrägeri.',
  },
  'bypass-not-allowed': {
    what: 'Verifieringen får inte kringgås för det här ändamålet.',
    kept: nothingShown,
    next: 'Styrk vem som ringer på ett annat sätt, eller avsluta samtalet som inte verifierat.',
  },
};
