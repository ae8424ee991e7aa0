import { recordKept, typingKept } from './kept.js';

export const erasureFailures = {
  'legal-hold': {
    what: 'Jokin henkilöä koskeva on säilytysmääräyksen alaista, joten mitään ei hävitetty.',
    kept: 'Mitään ei kadonnut, ja pyyntösi on kirjattu.',
    next: 'Katso määräysten luettelosta, mikä niistä on esteenä. Pyydä uudelleen, kun se on purettu.',
  },
  'nothing-sealed': {
    what: 'Tällä pseudonyymillä ei ole sinetöitynä mitään, minkä voisi vielä avata.',
    kept: recordKept,
    next: 'Katso, onko henkilön tiedot jo hävitetty ja onko pseudonyymi kokonainen.',
  },
  'hold-invalid': {
    what: 'Määräyksen päivät eivät ole aikaväli.',
    kept: typingKept,
    next: 'Kirjoita molemmat päivät, aiempi ensin.',
  },
  'hold-unknown': {
    what: 'Määräys ei ole enää voimassa.',
    kept: recordKept,
    next: 'Avaa luettelo uudelleen.',
  },
};
