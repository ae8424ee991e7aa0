import { callKept, typingKept } from './kept.js';

export const factorFailures = {
  'gateway-unreachable': {
    what: 'Todennustavan taustapalveluun ei saada yhteyttä.',
    kept: callKept,
    next: 'Yritä hetken päästä uudelleen tai käytä toista tapaa.',
  },
  'gateway-timeout': {
    what: 'Todennustavan taustapalvelu ei vastannut ajoissa; viesti voi silti tulla perille.',
    kept: callKept,
    next: 'Odota hetki ja yritä sitten uudelleen tai käytä toista tapaa.',
  },
  'gateway-certificate': {
    what: 'Todennustavan taustapalvelun varmenne ei kelpaa, joten mitään ei lähetetty.',
    kept: callKept,
    next: 'Käytä toista tapaa. Kerro ylläpitäjälle.',
  },
  'gateway-unauthorised': {
    what: 'Todennustavan taustapalvelu ei päästä työpistettä sisään.',
    kept: callKept,
    next: 'Käytä toista tapaa. Pyydä ylläpitäjää tarkistamaan tunniste.',
  },
  'gateway-busy': {
    what: 'Todennustavan taustapalvelulla on liikaa tehtävää.',
    kept: callKept,
    next: 'Odota hetki ja yritä uudelleen tai käytä toista tapaa.',
  },
  'gateway-failed': {
    what: 'Todennustavan taustapalvelu kieltäytyi tai epäonnistui.',
    kept: callKept,
    next: 'Käytä toista tapaa. Jos se jatkuu, kerro ylläpitäjälle.',
  },
  'gateway-invalid': {
    what: 'Todennustavan taustapalvelun vastaus ei ole ymmärrettävä.',
    kept: callKept,
    next: 'Käytä toista tapaa. Kerro ylläpitäjälle.',
  },
  'gateway-secret-missing': {
    what: 'Todennustavan taustapalvelun tunniste ei ole avainnipussa.',
    kept: callKept,
    next: 'Käytä toista tapaa. Kerro ylläpitäjälle.',
  },
  'code-too-soon': {
    what: 'Koodi lähetettiin tällä tavalla juuri äsken, joten uutta ei lähetetty.',
    kept: callKept,
    next: 'Pyydä lähetetty koodi tai odota.',
  },
  'code-not-sent': {
    what: 'Tarkistettavaa koodia ei ole: sitä ei ole lähetetty tai se on jo käytetty.',
    kept: callKept,
    next: 'Lähetä uusi koodi tai käytä toista tapaa.',
  },
  'code-malformed': {
    what: 'Tämä ei ole koodi: siinä on muutakin kuin numeroita, tai niitä on liian vähän tai liikaa.',
    kept: typingKept,
    next: 'Kirjoita vain numerot. Tätä ei laskettu vääräksi vastaukseksi.',
  },
  'code-expired': {
    what: 'Koodi tuli liian myöhään.',
    kept: callKept,
    next: 'Lähetä uusi koodi. Tätä ei laskettu vääräksi vastaukseksi.',
  },
};
