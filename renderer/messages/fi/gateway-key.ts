export const gatewayKey = {
  title: { sms: 'Tekstiviestipalvelun avain', totp: 'Kertakäyttösalasanojen tarkistuspalvelun avain' },
  about: {
    sms: 'Tämä työpiste lähettää tekstiviestit organisaatiosi palvelulla, joka avataan avaimella. Sitä ei ole vielä annettu tällä tietokoneella.',
    totp: 'Kertakäyttösalasanat tarkistaa organisaatiosi palvelu, joka avataan avaimella. Sitä ei ole vielä annettu tällä tietokoneella.',
  },
  label: { sms: 'Avain (tekstiviestipalvelu)', totp: 'Avain (kertakäyttösalasanat)' },
  hint: 'Saat sen ylläpitäjältä. Se annetaan kerran, tallennetaan tämän tietokoneen avainnippuun eikä sitä näytetä enää.',
  own: 'Avain kuuluu työpisteelle, ei sinulle: se jää, kun kirjaudut ulos. Tallentaminen ja poistaminen kirjataan.',
  go: 'Tallenna avain',
  going: 'Tallennetaan avainnippuun…',
  kept: 'Avain on tallessa tämän tietokoneen avainnipussa.',
  remove: 'Poista avain',
  removeAsk: 'Poistetaanko avain?',
  removeAbout:
    'Ketään ei voi tunnistaa näin tällä työpisteellä, ennen kuin avain annetaan uudelleen. Kirjaukset säilyvät.',
};
