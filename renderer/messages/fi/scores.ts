export const scores = {
  title: 'Miten vaikeaa kuhunkin käyttötarkoitukseen on päästä',
  about:
    '100 tarkoittaa: joku muu kuin henkilö itse tarvitsee niin paljon kuin se, mitä käyttötarkoitus avaa, ansaitsee. Luku seuraa heikoimmasta tavasta, jonka säännöt hyväksyvät.',
  score: '{{score}} / 100',
  noScore: 'ei lukua',
  weakest: 'Heikoin tapa: {{way}}.',
  nobody: 'Ketään ei todenneta tähän.',
  reading: 'Lukuja lasketaan…',
  reason: {
    'facts-alone': 'Pelkät tiedot riittävät. Ne voi luetella kuka tahansa, joka on ne kerännyt.',
    'signals-alone': 'Sähköpostiin lähetetty koodi riittää. Sen lukee myös se, jolla on pääsy postilaatikkoon.',
    'one-medium': 'Yksi keskivahva tapa riittää. Tähän tarvitaan yksi vahva tai kaksi eri keskivahvaa tunnistustapaa.',
    'same-number': 'Molemmat tavat ovat saman puhelinnumeron varassa. Joka saa numeron haltuunsa, saa molemmat.',
    'no-cool-down':
      'Numero tai osoite kelpaa, vaikka se olisi vaihdettu minuutti sitten. Määrää sille muutaman päivän varoaika.',
    'one-fact': 'Vain yhtä tietoa kysytään.',
    'holds-long': 'Tunnistus on voimassa {{value}} minuuttia. Siinä ajassa langan päässä voi olla jo joku muu.',
    'many-wrong-answers': 'Puhelussa sallitaan {{value}} väärää vastausta. Se jättää tilaa arvaamiselle.',
    'short-lock': 'Väärien vastausten jälkeinen lukitus kestää {{value}} minuuttia. Se on pian ohi.',
    'answer-time': 'Vertailuun vastataan heti sen valmistuttua, joten kulunut aika voi paljastaa, täsmäsikö se.',
    'any-ticket': 'Tiketin muoto hyväksyy nimen tai osoitteen, ja ne jäisivät lokiin selväkielisinä.',
    bypass: 'Todennuksen voi ohittaa.',
    'bypass-for-all': 'Jokainen tukihenkilö saa ohittaa todennuksen. Se on tarkoitettu vain harvoille.',
    'bypass-impossible':
      'Säännöt sallivat ohituksen, jota kukaan ei voi tehdä: siihen tarvitaan oikeus ja kirjautuminen tunnistuspalvelulla.',
    unattainable: 'Se, minkä säännöt ottavat käyttöön, ei riitä: {{value}}. Ketään ei voi tunnistaa tähän.',
    'unattainable-under-threat': 'Kun uhkataso on korotettu, ketään ei voi tunnistaa tähän.',
    'unattainable-for-population': 'Ketään ryhmästä {{value}} ei voi tunnistaa tähän.',
  },
};
