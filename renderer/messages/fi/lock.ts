export const lock = {
  title: 'Työpiste on lukittu',
  why: {
    idle: 'Tietokoneeseen ei ole koskettu hetkeen.',
    absolute: 'Istunnon aika on täynnä.',
    screen: 'Tietokone lukittiin.',
    suspend: 'Tietokone oli lepotilassa.',
    agent: 'Lukitsit sen itse.',
    lapse: 'Istunto oli päättynyt itsestään.',
    unknown: 'Työpiste ei viimeksi sulkeutunut tavalliseen tapaan, joten se saattoi olla lukittu.',
  },
  who: 'Kirjautuneena',
  organisation: 'Organisaatio',
  since: 'Lukittu',
  token: 'Rekisterin pääsyavain',
  tokenAbout: 'Sama, jolla kirjauduit. Jos olet joku muu, kirjaudu ensin ulos.',
  signInAbout: 'Avaa lukitus kirjautumalla uudelleen. Jos olet joku muu, kirjaudu ensin ulos.',
  unlock: 'Avaa lukitus',
  unlocking: 'Avataan…',
  signOut: 'Kirjaudu ulos',
  callKept: 'Puhelu on auki. Jatka sitä avaamalla lukitus; se keskeytetään {{time}} kuluttua.',
  callOver: 'Puhelu on auki, ja sitä keskeytetään.',
  abandoned: {
    title: 'Puhelu keskeytyi',
    why: {
      'desk-stopped': 'Työpiste oli pysähtynyt, kun se oli auki.',
      'window-closed': 'Ikkuna suljettiin, kun se oli auki.',
      quit: 'Ohjelma lopetettiin, kun se oli auki.',
      'window-crashed': 'Ikkuna oli kaatunut, kun se oli auki.',
      locked: 'Työpiste oli lukittuna liian kauan.',
    },
    about:
      'Se päättyi {{at}}, ja kaikki siihen asti on kirjattu. Jos jatkat soittajan kanssa, aloita uusi puhelu ja tunnista hänet uudelleen.',
  },
  putAway: 'Työpiste lukittiin tämän puhelun aikana',
  putAwayAbout:
    'Löydetty henkilö ja tunnistus on poistettu näkyvistä ja muistista, joten hae ja tunnista soittaja uudelleen. Itse puhelu ja sen laskurit jatkuvat.',
  ended: {
    absolute: 'Istunto päättyi: sen aika on rajattu.',
    'wrong-keys': 'Työpiste kirjasi sinut ulos viiden väärän avausyrityksen jälkeen.',
  },
  endedAbout: 'Avoin puhelu keskeytettiin, ja kaikki on kirjattu. Jatka kirjautumalla.',
};
