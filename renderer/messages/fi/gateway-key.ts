export const gatewayKey = {
  title: { sms: 'Tekstiviestipalvelun avain', totp: 'Kertakäyttösalasanojen tarkistuspalvelun avain' },
  about: {
    sms: 'Tämä työpiste lähettää tekstiviestit organisaatiosi palvelulla, joka avataan avaimella. Sitä ei ole vielä annettu tällä tietokoneella.',
    totp: 'Kertakäyttösalasanat tarkistaa organisaatiosi palvelu, joka avataan avaimella. Sitä ei ole vielä annettu tällä tietokoneella.',
  },
  label: { sms: 'Avain (tekstiviestipalvelu)', totp: 'Avain (kertakäyttösalasanat)' },
  removeAbout:
    'Ketään ei voi tunnistaa näin tällä työpisteellä, ennen kuin avain annetaan uudelleen. Kirjaukset säilyvät.',
};
