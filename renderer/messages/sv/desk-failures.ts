import { callKept, nothing, nothingShown, recordKept, typingKept } from './kept.js';

export const deskFailures = {
  unexpected: {
    what: 'Något oväntat hände.',
    kept: callKept,
    next: 'Försök en gång till. Om det händer igen, avsluta samtalet och kontakta administratören.',
  },
  'invalid-request': {
    what: 'Begäran gick inte att förstå.',
    kept: typingKept,
    next: 'Korta det du skrev och försök igen. Om det händer igen, kontakta administratören.',
  },
  'policy-invalid': {
    what: 'Regelfilen avvisades, så ingen kan sökas.',
    kept: nothingShown,
    next: 'Ge problemlistan till den som sköter filen.',
  },
  'not-signed-in': { what: 'Du är inte inloggad.', kept: nothing, next: 'Logga in först.' },
  'desk-locked': {
    what: 'Arbetsplatsen är låst.',
    kept: callKept,
    next: 'Lås upp och gör steget på nytt.',
  },
  'look-not-kept': {
    what: 'Arbetsplatsen ser ut som du valde, men valet kunde inte sparas.',
    kept: nothing,
    next: 'Frigör utrymme på disken och välj igen; annars ser nästa start ut som förut.',
  },
  'not-locked': { what: 'Arbetsplatsen är inte låst.', kept: nothing, next: 'Fortsätt där du är.' },
  'not-same-agent': {
    what: 'Det är inte den som är inloggad här.',
    kept: nothing,
    next: 'Försök igen. Efter fem felaktiga försök loggas arbetsplatsen ut.',
  },
  forbidden: {
    what: 'Din roll tillåter inte detta.',
    kept: nothing,
    next: 'Be administratören om rollen om ditt arbete kräver den.',
  },
  'program-altered': {
    what: 'En del av programmet är inte den som programmet byggdes med, och den laddades inte.',
    kept: nothingShown,
    next: 'Meddela administratören: Tunniste måste installeras om, och någon bör ta reda på hur det ändrades.',
  },
  'keychain-missing': {
    what: 'Datorn har ingen nyckelring, och nycklar sparas aldrig någon annanstans.',
    kept: nothingShown,
    next: 'Installera eller starta nyckelringen (på Linux GNOME Keyring eller KWallet) och försök igen.',
  },
  'keychain-locked': {
    what: 'Nyckelringen är låst.',
    kept: nothingShown,
    next: 'Lås upp den med datorns lösenord och försök igen. Ingen ny nyckel skapas i stället för en låst.',
  },
  'keychain-denied': {
    what: 'Nyckelringen nekade programmet.',
    kept: nothingShown,
    next: 'Tillåt Tunniste när systemet frågar och försök igen.',
  },
  'keychain-timeout': {
    what: 'Nyckelringen svarade inte inom 15 sekunder.',
    kept: nothingShown,
    next: 'Se efter om systemet ställer en fråga bakom fönstret, svara på den och försök igen.',
  },
  'key-file-unreadable': {
    what: 'Nyckelfilen kan inte läsas med nyckeln i nyckelringen.',
    kept: recordKept,
    next: 'Ta inte bort den. Be administratören återställa filen eller nyckelringen.',
  },
  'token-invalid': {
    what: 'Det ser inte ut som en åtkomstnyckel.',
    kept: nothing,
    next: 'Klistra in hela nyckeln utan mellanslag och radbrytningar.',
  },
  'audit-unavailable': {
    what: 'Det går inte att skriva i loggen, så inget görs och ingen kan sökas.',
    kept: nothingShown,
    next: 'Försök igen. Om det händer igen, kontrollera loggens disk och mapp med administratören.',
  },
  'audit-damaged': {
    what: 'Loggen är skadad, så ingen kan sökas.',
    kept: 'Inget visades, och loggen lämnades som den var.',
    next: 'Rör inte loggmappen. Kontakta administratören genast.',
  },
  'audit-truncated': {
    what: 'Loggen är kortare än nyckelringen säger: anteckningar saknas i slutet, så ingen kan sökas.',
    kept: 'Inget visades, och det som är kvar av loggen rördes inte.',
    next: 'Rör inte loggmappen. Kontakta administratören genast: en gammal kopia kan ha lagts i dess ställe.',
  },
  'audit-anchor-missing': {
    what: 'Nyckelringen vet inte längre hur lång loggen är, så ingen kan sökas.',
    kept: 'Inget visades, och loggen rördes inte.',
    next: 'Kontakta administratören genast: uppgiften kan ha raderats ur nyckelringen.',
  },
  'audit-in-use': {
    what: 'Ett annat Tunniste använder loggen.',
    kept: nothingShown,
    next: 'Använd fönstret som redan är öppet, eller stäng det och starta om.',
  },
  'audit-folder-unsafe': {
    what: 'Loggmappen är inte säker: den är delad, synkroniserad eller öppen för andra.',
    kept: nothingShown,
    next: 'Be administratören flytta den till en lokal mapp som bara du kan läsa.',
  },
  'audit-not-open': {
    what: 'Händelseloggen är inte öppen.',
    kept: recordKept,
    next: 'Öppna händelseloggens vy på nytt.',
  },
  'disk-low': {
    what: 'Disken är nästan full, och inget steg får bli oantecknat.',
    kept: nothingShown,
    next: 'Frigör utrymme och försök igen.',
  },
};
