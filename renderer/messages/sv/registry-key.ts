export const registryKey = {
  title: 'Registrets åtkomstnyckel',
  about:
    'Den här arbetsplatsen söker personer i en katalog som öppnas med ett lösenord från din organisation. Det har ännu inte angetts på den här datorn.',
  label: 'Åtkomstnyckel (katalogens lösenord)',
  hint: 'Du får den av administratören. Den anges en gång, sparas i datorns nyckelring och visas aldrig igen.',
  own: 'Nyckeln hör till arbetsplatsen, inte till dig: den blir kvar när du loggar ut. Att den sparas eller tas bort antecknas.',
  go: 'Spara nyckeln',
  going: 'Sparar i nyckelringen…',
  kept: 'Nyckeln finns i den här datorns nyckelring.',
  remove: 'Ta bort nyckeln',
  removeAsk: 'Ta bort nyckeln?',
  removeAbout:
    'Ingen kan söka personer på den här arbetsplatsen förrän nyckeln anges på nytt. Anteckningarna finns kvar.',
};
