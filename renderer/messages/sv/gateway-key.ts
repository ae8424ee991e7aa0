export const gatewayKey = {
  title: { sms: 'Sms-tjänstens nyckel', totp: 'Nyckel till kontrollen av engångslösenord' },
  about: {
    sms: 'Den här arbetsplatsen skickar sms genom en tjänst hos din organisation, som öppnas med en nyckel. Den har ännu inte angetts på den här datorn.',
    totp: 'Engångslösenord kontrolleras av en tjänst hos din organisation, som öppnas med en nyckel. Den har ännu inte angetts på den här datorn.',
  },
  label: { sms: 'Nyckel (sms-tjänsten)', totp: 'Nyckel (engångslösenord)' },
  hint: 'Du får den av administratören. Den anges en gång, sparas i datorns nyckelring och visas aldrig igen.',
  own: 'Nyckeln hör till arbetsplatsen, inte till dig: den blir kvar när du loggar ut. Att den sparas eller tas bort antecknas.',
  go: 'Spara nyckeln',
  going: 'Sparar i nyckelringen…',
  kept: 'Nyckeln finns i den här datorns nyckelring.',
  remove: 'Ta bort nyckeln',
  removeAsk: 'Ta bort nyckeln?',
  removeAbout:
    'Ingen kan bekräftas på det här sättet på den här arbetsplatsen förrän nyckeln anges på nytt. Anteckningarna finns kvar.',
};
