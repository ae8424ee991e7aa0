/** Of every key of the desk’s own. */
export const deskKey = {
  hint: 'Du får den av administratören. Den anges en gång, sparas i datorns nyckelring och visas aldrig igen.',
  own: 'Nyckeln hör till arbetsplatsen, inte till dig: den blir kvar när du loggar ut. Att den sparas eller tas bort antecknas.',
  go: 'Spara nyckeln',
  going: 'Sparar i nyckelringen…',
  kept: 'Nyckeln finns i den här datorns nyckelring.',
  remove: 'Ta bort nyckeln',
  removeAsk: 'Ta bort nyckeln?',
  saved: 'Nyckeln har sparats',
};
