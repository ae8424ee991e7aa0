import { callKept, nothing, recordKept, typingKept } from './kept.js';

export const requestFailures = {
  'request-invalid': {
    what: 'Pyynnöstä puuttuu jotain tai jokin teksti on liian pitkä.',
    kept: typingKept,
    next: 'Täytä kysytyt kohdat, lyhennä pitkiä tekstejä ja yritä uudelleen.',
  },
  'request-filed': {
    what: 'Tästä puhelusta on jo jätetty pyyntö.',
    kept: callKept,
    next: 'Sulje puhelu. Toista asiaa varten aloita uusi puhelu.',
  },
  'request-unknown': {
    what: 'Pyyntöä ei ole enää tällä työpisteellä.',
    kept: recordKept,
    next: 'Lue luettelo uudelleen.',
  },
  'request-waiting': {
    what: 'Pyyntöä ei ole vielä lähetetty, joten kukaan ei ole voinut hoitaa sitä.',
    kept: recordKept,
    next: 'Lähetä se ensin tai odota, kunnes se on lähtenyt.',
  },
  'request-nowhere': {
    what: 'Säännöissä ei ole postipalvelinta tai pyyntöjen osoitetta, joten mitään ei lähetetä.',
    kept: 'Mitään ei kadonnut: pyyntö on tallessa täällä, sinetöitynä.',
    next: 'Kerro ylläpitäjälle. Se lähtee, kun työpiste käynnistetään säännöillä, joissa on molemmat.',
  },
  'request-unreadable': {
    what: 'Tallessa ollutta pyyntöä ei voi enää lukea.',
    kept: 'Tiedosto jätettiin ennalleen, ja kaikki kirjattu on tallella.',
    next: 'Kerro ylläpitäjälle. Jos muistat asian vielä, ota se esiin uudessa puhelussa.',
  },
  'requests-unavailable': {
    what: 'Pyyntöjen kansiota ei voi käyttää.',
    kept: nothing,
    next: 'Pyydä ylläpitäjää tarkistamaan levy ja kansion oikeudet, ja yritä sitten uudelleen.',
  },
};
