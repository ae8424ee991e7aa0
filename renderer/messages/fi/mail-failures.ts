import { nothing } from './kept.js';

export const mailFailures = {
  'mail-address-invalid': {
    what: 'Osoite ei ole yksi postilaatikko, joten viestiä ei lähetetty.',
    kept: nothing,
    next: 'Käytä toista tapaa ja kerro osoitteesta rekisterin ylläpitäjälle.',
  },
  'mail-unreachable': {
    what: 'Postipalvelimeen ei saada yhteyttä.',
    kept: nothing,
    next: 'Yritä hetken päästä uudelleen tai käytä toista tapaa. Jos se jatkuu, kerro ylläpitäjälle.',
  },
  'mail-timeout': {
    what: 'Postipalvelin ei vastannut ajoissa; viesti voi silti tulla perille.',
    kept: nothing,
    next: 'Odota hetki ja lähetä sitten uudelleen tai käytä toista tapaa.',
  },
  'mail-certificate': {
    what: 'Postipalvelimen varmenne ei kelpaa, joten mitään ei lähetetty.',
    kept: nothing,
    next: 'Käytä toista tapaa. Kerro ylläpitäjälle.',
  },
  'mail-unencrypted': {
    what: 'Postipalvelin ei salaa yhteyttä, joten mitään ei lähetetty.',
    kept: nothing,
    next: 'Käytä toista tapaa. Kerro ylläpitäjälle.',
  },
  'mail-unauthorised': {
    what: 'Postipalvelin ei tunne tätä työpistettä, joten mitään ei lähetetty.',
    kept: nothing,
    next: 'Käytä toista tapaa. Kerro ylläpitäjälle, että palvelin torjuu tämän koneen.',
  },
  'mail-refused': {
    what: 'Postipalvelin ei ottanut viestiä vastaan.',
    kept: nothing,
    next: 'Käytä toista tapaa. Jos se toistuu, kerro ylläpitäjälle.',
  },
  'mail-busy': {
    what: 'Postipalvelin ei ota viestiä vastaan juuri nyt.',
    kept: nothing,
    next: 'Käytä toista tapaa tai lähetä myöhemmin uudelleen.',
  },
};
