import type { Subject } from '../../electron/main/registry/subject.js';

/** A subject with everything, and what a test changes. */
export const subjectWith = (changes: Partial<Subject> = {}): Subject => ({
  id: '2819c223-7f76-453a-919d-413861904646',
  givenName: 'Åsa-Märta',
  familyName: 'af Björkskär',
  userName: 'asa.bjorkskar',
  workEmail: 'asa-marta.bjorkskar@beta.example',
  workPhone: '+358470000102',
  stationCode: 'VSA-011',
  organisation: 'Påhittade Båtar Oy Ab',
  active: true,
  endedAt: null,
  restricted: false,
  privileged: false,
  phoneChangedAt: null,
  emailChangedAt: null,
  preferredLanguage: null,
  ...changes,
});
