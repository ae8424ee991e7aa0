export const registryKey = {
  title: 'Rekisterin pääsyavain',
  about:
    'Tämä työpiste hakee ihmiset hakemistosta, joka avataan organisaatiosi antamalla salasanalla. Sitä ei ole vielä annettu tällä tietokoneella.',
  label: 'Pääsyavain (hakemiston salasana)',
  removeAbout:
    'Kukaan ei voi hakea ihmisiä tällä työpisteellä, ennen kuin avain annetaan uudelleen. Kirjaukset säilyvät.',
};
