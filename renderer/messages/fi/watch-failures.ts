import { nothing, recordKept, typingKept } from './kept.js';

export const watchFailures = {
  'notice-not-accepted': {
    what: 'Et ole vielä hyväksynyt ilmoitusta kirjaamisesta.',
    kept: nothing,
    next: 'Lue se työpisteen näkymästä ja hyväksy se, ja aloita sitten puhelu.',
  },
  'budget-exceeded': {
    what: 'Tämän tunnin tai päivän haut on käytetty, joten ketään ei haettu.',
    kept: typingKept,
    next: 'Kirjoita, miksi hakuja tarvitaan lisää, ja hae sitten uudelleen.',
  },
  'reason-invalid': {
    what: 'Teksti on liian lyhyt tai liian pitkä.',
    kept: typingKept,
    next: 'Kirjoita syy, jossa on 10–500 merkkiä; muistiinpanossa saa olla enintään 500.',
  },
  'flag-unknown': {
    what: 'Huomiota ei enää ole lokissa.',
    kept: recordKept,
    next: 'Lue huomiot uudelleen ja valitse uudesta luettelosta.',
  },
  'lock-unknown': {
    what: 'Lukitus ei ole enää voimassa.',
    kept: recordKept,
    next: 'Lue sivu uudelleen: lukitus on auennut itsestään tai joku on avannut sen.',
  },
};
