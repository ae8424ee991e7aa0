export const signIn = {
  title: 'Kirjaudu työpisteeseen',
  about: 'Tunniste auttaa varmistamaan, kuka soittaa, näyttää vain sen, mitä puhelu vaatii, ja kirjaa kaiken ensin.',
  token: 'Rekisterin pääsyavain',
  tokenAbout: 'Saat sen ylläpitäjältä. Se tallennetaan tämän tietokoneen avainnippuun, eikä sitä näytetä enää.',
  go: 'Kirjaudu',
  going: 'Tallennetaan avainnippuun…',
  who: 'Työskentelet tähän tietokoneeseen kirjautuneena käyttäjänä; jokainen vaihe kirjataan sillä nimellä.',
  organisation: 'Organisaatio',
  registry: 'Rekisteri',
};
