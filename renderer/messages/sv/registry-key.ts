export const registryKey = {
  title: 'Registrets åtkomstnyckel',
  about:
    'Den här arbetsplatsen söker personer i en katalog som öppnas med ett lösenord från din organisation. Det har ännu inte angetts på den här datorn.',
  label: 'Åtkomstnyckel (katalogens lösenord)',
  removeAbout:
    'Ingen kan söka personer på den här arbetsplatsen förrän nyckeln anges på nytt. Anteckningarna finns kvar.',
};
