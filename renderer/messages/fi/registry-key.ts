export const registryKey = {
  title: 'Rekisterin pääsyavain',
  about:
    'Tämä työpiste hakee ihmiset hakemistosta, joka avataan organisaatiosi antamalla salasanalla. Sitä ei ole vielä annettu tällä tietokoneella.',
  label: 'Pääsyavain (hakemiston salasana)',
  hint: 'Saat sen ylläpitäjältä. Se annetaan kerran, tallennetaan tämän tietokoneen avainnippuun eikä sitä näytetä enää.',
  own: 'Avain kuuluu työpisteelle, ei sinulle: se jää, kun kirjaudut ulos. Tallentaminen ja poistaminen kirjataan.',
  go: 'Tallenna avain',
  going: 'Tallennetaan avainnippuun…',
  kept: 'Avain on tallessa tämän tietokoneen avainnipussa.',
  remove: 'Poista avain',
  removeAsk: 'Poistetaanko avain?',
  removeAbout:
    'Kukaan ei voi hakea ihmisiä tällä työpisteellä, ennen kuin avain annetaan uudelleen. Kirjaukset säilyvät.',
};
