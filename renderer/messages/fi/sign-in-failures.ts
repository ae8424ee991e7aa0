import { callKept, nothing, nothingShown } from './kept.js';

export const signInFailures = {
  'sign-in-kind': {
    what: 'Säännöissä on toinen kirjautumistapa.',
    kept: nothing,
    next: 'Kirjaudu niin kuin kirjautumissivu kertoo.',
  },
  'sign-in-listener': {
    what: 'Tietokone ei antanut työpisteen odottaa selaimen vastausta.',
    kept: nothing,
    next: 'Yritä uudelleen. Jos se toistuu, kerro ylläpitäjälle, että 127.0.0.1 on estetty.',
  },
  'sign-in-browser': {
    what: 'Selain ei auennut.',
    kept: nothing,
    next: 'Yritä uudelleen. Jos se toistuu, kerro ylläpitäjälle, että oletusselain puuttuu.',
  },
  'sign-in-too-often': {
    what: 'Selaimessa on avattu kirjautumissivuja liian tiheään.',
    kept: nothing,
    next: 'Kirjaudu sivulla, joka on jo auki, tai odota hetki ja aloita uudelleen. Jos et avannut sivuja itse, kerro ylläpitäjälle.',
  },
  'sign-in-timeout': {
    what: 'Selaimesta ei palattu kolmessa minuutissa.',
    kept: nothing,
    next: 'Aloita uudelleen ja kirjaudu sivulla, joka aukeaa.',
  },
  'sign-in-cancelled': { what: 'Kirjautuminen peruttiin.', kept: nothing, next: 'Aloita uudelleen, kun olet valmis.' },
  'sign-in-state': {
    what: 'Selaimen vastaus kuuluu toiseen kirjautumiseen.',
    kept: nothing,
    next: 'Sulje vanhat välilehdet ja aloita uudelleen. Jos se toistuu, kerro ylläpitäjälle.',
  },
  'sign-in-refused': {
    what: 'Organisaatiosi kirjautuminen kieltäytyi.',
    kept: nothing,
    next: 'Aloita uudelleen ja kirjaudu omalla tililläsi.',
  },
  'sign-in-clock': {
    what: 'Tietokoneen kello ja kirjautumisen kello eroavat yli minuutin.',
    kept: nothing,
    next: 'Aseta tietokoneen kello ja yritä uudelleen.',
  },
  'sign-in-no-name': {
    what: 'Kirjautuminen ei kertonut, kuka olet.',
    kept: nothing,
    next: 'Kerro ylläpitäjälle, että sääntöjen nimeämä tieto puuttuu.',
  },
  'sign-in-no-role': {
    what: 'Tililläsi ei ole roolia tässä työpisteessä.',
    kept: nothingShown,
    next: 'Pyydä roolia ylläpitäjältä, jos työsi vaatii sitä.',
  },
  'session-ended': {
    what: 'Istuntosi on päättynyt.',
    kept: 'Mitään ei kadonnut: avoin puhelu odottaa sinua.',
    next: 'Kirjaudu uudelleen.',
  },
  'another-person': {
    what: 'Joku muu kirjautui.',
    kept: nothingShown,
    next: 'Kirjaudu sinä, joka työskentelet tässä työpisteessä.',
  },
  'second-agent-same': {
    what: 'Omaa puheluaan ei voi vahvistaa.',
    kept: callKept,
    next: 'Pyydä työtoveria kirjautumaan omalla tilillään.',
  },
  'second-agent-role': {
    what: 'Tuo työtoveri ei saa vahvistaa puheluja.',
    kept: callKept,
    next: 'Pyydä tukihenkilöä tai esihenkilöä.',
  },
  'provider-unreachable': {
    what: 'Organisaatiosi kirjautumiseen ei saada yhteyttä.',
    kept: nothing,
    next: 'Tarkista verkko ja yritä uudelleen.',
  },
  'provider-timeout': {
    what: 'Organisaatiosi kirjautuminen ei vastannut ajoissa.',
    kept: nothing,
    next: 'Yritä hetken kuluttua uudelleen.',
  },
  'provider-certificate': {
    what: 'Organisaatiosi kirjautumisen varmenne ei kelpaa, joten mitään ei lähetetty.',
    kept: nothing,
    next: 'Älä jatka. Kerro ylläpitäjälle.',
  },
  'provider-failed': {
    what: 'Organisaatiosi kirjautuminen epäonnistui.',
    kept: nothing,
    next: 'Yritä uudelleen. Jos se toistuu, kerro ylläpitäjälle.',
  },
  'provider-redirected': {
    what: 'Organisaatiosi kirjautuminen ohjasi toiseen osoitteeseen, jota ei seurattu.',
    kept: nothing,
    next: 'Kerro ylläpitäjälle.',
  },
  'provider-too-large': {
    what: 'Organisaatiosi kirjautuminen lähetti aivan liikaa, ja se hylättiin.',
    kept: nothing,
    next: 'Kerro ylläpitäjälle.',
  },
  'provider-invalid': {
    what: 'Organisaatiosi kirjautumisen vastauksessa ei ollut järkeä, ja se hylättiin.',
    kept: nothing,
    next: 'Yritä uudelleen. Jos se toistuu, kerro ylläpitäjälle.',
  },
  'provider-mismatch': {
    what: 'Vastaus tuli muualta kuin sääntöjen kirjautumisesta, ja se hylättiin.',
    kept: nothing,
    next: 'Älä jatka. Kerro ylläpitäjälle.',
  },
  'id-token-invalid': {
    what: 'Kirjautumisen tietoihin sinusta ei voitu luottaa.',
    kept: nothing,
    next: 'Aloita uudelleen. Jos se toistuu, kerro ylläpitäjälle.',
  },
};
