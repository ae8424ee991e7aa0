export const demo = {
  badge: 'DEMO',
  strip: 'Invented people. Nothing here is real.',
  hintTitle: 'Your first call, in under a minute',
  hint1: 'Press 1 for Support, type the ticket {{ticket}}, press Enter.',
  hint2: 'Type mvirta, press Enter, then Enter again to choose Maija.',
  hint3: 'Type maija.virtanen@acme.example and Acme Oy, press Enter: verified.',
  hint4: 'Press Enter to show a field. Ctrl+E, then 1, closes the call.',
  hint5: 'Then press Ctrl+K and type “drill”: invented callers, some of them not who they say.',
  dismiss: 'Hide these hints',
} as const;
