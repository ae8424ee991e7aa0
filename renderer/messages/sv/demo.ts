export const demo = {
  badge: 'DEMO',
  strip: 'Påhittade personer. Inget här är på riktigt.',
  hintTitle: 'Ditt första samtal på under en minut',
  hint1: 'Tryck 1 (Support), skriv ärendet {{ticket}} och tryck Enter.',
  hint2: 'Skriv mvirta, tryck Enter och välj Maija med Enter igen.',
  hint3: 'Skriv maija.virtanen@acme.example och Acme Oy, tryck Enter: verifierad.',
  hint4: 'Enter visar en uppgift. Ctrl+E och sedan 1 avslutar samtalet.',
  hint5: 'Tryck sedan Ctrl+K och skriv ”öv”: påhittade personer ringer, och alla är inte de som de säger.',
  dismiss: 'Dölj tipsen',
};
