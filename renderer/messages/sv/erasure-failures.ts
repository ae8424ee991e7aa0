import { recordKept, typingKept } from './kept.js';

export const erasureFailures = {
  'legal-hold': {
    what: 'Något om den här personen är under bevarandeorder, så inget förstördes.',
    kept: 'Inget gick förlorat, och att du bad om det är antecknat.',
    next: 'Se i listan vilken order det är. Be på nytt när den har hävts.',
  },
  'nothing-sealed': {
    what: 'Inget som ännu går att öppna är förseglat under den här pseudonymen.',
    kept: recordKept,
    next: 'Se efter om personens uppgifter redan har förstörts och om pseudonymen är hel.',
  },
  'hold-invalid': {
    what: 'Dagarna är inget tidsspann.',
    kept: typingKept,
    next: 'Skriv båda dagarna, den tidigare först.',
  },
  'hold-unknown': {
    what: 'Den bevarandeordern gäller inte längre.',
    kept: recordKept,
    next: 'Öppna listan på nytt.',
  },
};
