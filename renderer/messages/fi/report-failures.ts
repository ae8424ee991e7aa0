import { recordKept } from './kept.js';

const noPart = 'Mitään ei kadonnut, eikä raportista jäänyt sinne osaakaan.';

export const reportFailures = {
  'verification-failed': {
    what: 'Tarkistusta ei saatu valmiiksi, joten se ei kerro lokista mitään.',
    kept: recordKept,
    next: 'Yritä uudelleen. Jos se ei onnistu, anna tarkistaa lokikansio ohjelmalla tunniste-audit.',
  },
  'report-under-way': {
    what: 'Toista raporttia tehdään parhaillaan.',
    kept: recordKept,
    next: 'Odota, että se on tallennettu, tai peru se.',
  },
  'report-cancelled': {
    what: 'Raportti peruttiin.',
    kept: recordKept,
    next: 'Pyydä sitä uudelleen, kun tarvitset sen.',
  },
  'report-unwritable': {
    what: 'Raporttia ei voi kirjoittaa sinne.',
    kept: noPart,
    next: 'Valitse kansio, johon saat kirjoittaa.',
  },
  'report-disk-full': {
    what: 'Raportille ei ole siellä tarpeeksi tilaa.',
    kept: noPart,
    next: 'Vapauta tilaa tai valitse toinen paikka.',
  },
  'report-unprintable': {
    what: 'Raportista ei saatu tehtyä PDF-tiedostoa.',
    kept: noPart,
    next: 'Yritä uudelleen tai tallenna se JSON-muodossa.',
  },
  'nothing-recorded': {
    what: 'Tällä työpisteellä ei ole kirjattuna mitään kerrottavaa tästä pseudonyymista.',
    kept: recordKept,
    next: 'Katso, onko pseudonyymi kokonainen. Jos on, tämä on vastaus henkilölle.',
  },
  'approver-missing': {
    what: 'Tällä työpisteellä kukaan muu ei voi kirjautua hyväksymään raporttia, jossa on nimiä.',
    kept: recordKept,
    next: 'Tallenna raportti ilman nimiä tai tee se työpisteellä, jolla kirjaudutaan organisaation kirjautumispalvelulla.',
  },
};
