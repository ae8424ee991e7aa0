export const gatewayKey = {
  title: { sms: 'Sms-tjänstens nyckel', totp: 'Nyckel till kontrollen av engångslösenord' },
  about: {
    sms: 'Den här arbetsplatsen skickar sms genom en tjänst hos din organisation, som öppnas med en nyckel. Den har ännu inte angetts på den här datorn.',
    totp: 'Engångslösenord kontrolleras av en tjänst hos din organisation, som öppnas med en nyckel. Den har ännu inte angetts på den här datorn.',
  },
  label: { sms: 'Nyckel (sms-tjänsten)', totp: 'Nyckel (engångslösenord)' },
  removeAbout:
    'Ingen kan bekräftas på det här sättet på den här arbetsplatsen förrän nyckeln anges på nytt. Anteckningarna finns kvar.',
};
