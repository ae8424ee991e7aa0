// @ts-check

/**
 * A person as `resources/demo-people.json` keeps them. What is left out is the ordinary case: active, not restricted, a customer.
 * Days are counted back from now, so that "changed 3 days ago" stays true.
 * @typedef {object} DemoPerson
 * @property {string} [id]
 * @property {string} givenName
 * @property {string} familyName
 * @property {string} userName
 * @property {string} workEmail
 * @property {string} [workPhone] in one of the spellings real registries hold
 * @property {string} [stationCode]
 * @property {string} organisation
 * @property {number} [endedDaysAgo] set for a person who is no longer active
 * @property {true} [restricted]
 * @property {number} [phoneChangedDaysAgo]
 * @property {number} [emailChangedDaysAgo]
 * @property {'applicant'} [userType]
 */

/** Persons with known facts, for the guided call and for tests. They come first in the demo people. */
export const demoPersons = /** @satisfies {Record<string, DemoPerson>} */ ({
  /** Everything set, nothing in the way. */
  complete: {
    givenName: 'Maija',
    familyName: 'Virtanen',
    userName: 'mvirta',
    workEmail: 'maija.virtanen@acme.example',
    workPhone: '+358470000101',
    stationCode: 'HKI-204',
    organisation: 'Acme Oy',
    phoneChangedDaysAgo: 412,
    emailChangedDaysAgo: 890,
  },
  /** A Finland-Swede with a nobiliary particle, a double name and å ä ö; the phone as RFC 3966. */
  swedish: {
    givenName: 'Åsa-Märta',
    familyName: 'af Björkskär',
    userName: 'asa.bjorkskar',
    workEmail: 'asa-marta.bjorkskar@beta.example',
    workPhone: 'tel:+358-47-0000102',
    stationCode: 'VSA-011',
    organisation: 'Beta Ab',
  },
  ended: {
    givenName: 'Eero',
    familyName: 'Päättynyt',
    userName: 'epaatty',
    workEmail: 'eero.paattynyt@acme.example',
    workPhone: '+358470000103',
    organisation: 'Acme Oy',
    endedDaysAgo: 34,
  },
  restricted: {
    givenName: 'Riitta',
    familyName: 'Kieltonen',
    userName: 'rkielto',
    workEmail: 'riitta.kieltonen@acme.example',
    workPhone: '+358470000104',
    organisation: 'Acme Oy',
    restricted: true,
  },
  phoneless: {
    givenName: 'Paavo',
    familyName: 'Puhelinmäki',
    userName: 'ppuheli',
    workEmail: 'paavo.puhelinmaki@acme.example',
    stationCode: 'TRE-017',
    organisation: 'Acme Oy',
  },
  /** A number that the call-back's cool-down refuses. */
  newPhone: {
    givenName: 'Uuno',
    familyName: 'Uusitalo',
    userName: 'uuusita',
    workEmail: 'uuno.uusitalo@acme.example',
    workPhone: '047 0000106',
    organisation: 'Acme Oy',
    phoneChangedDaysAgo: 3,
  },
  /** The same name twice, in two organisations. */
  twinAcme: {
    givenName: 'Kaisa',
    familyName: 'Kaksonen',
    userName: 'kkakson',
    workEmail: 'kaisa.kaksonen@acme.example',
    workPhone: '+358470000107',
    organisation: 'Acme Oy',
  },
  twinBeta: {
    givenName: 'Kaisa',
    familyName: 'Kaksonen',
    userName: 'kaisa.kaksonen',
    workEmail: 'kaisa.kaksonen@beta.example',
    workPhone: '+358 47 0000108',
    organisation: 'Beta Ab',
  },
  /** Outside the scope: can never be found. */
  applicant: {
    givenName: 'Hanna',
    familyName: 'Hakija',
    userName: 'hhakija',
    workEmail: 'hanna.hakija@acme.example',
    workPhone: '+358470000109',
    organisation: 'Acme Oy',
    userType: 'applicant',
  },
});

/** More people of this name in this organisation than a search may answer. */
export const crowd = { givenName: 'Matti', familyName: 'Meikäläinen', organisation: 'Tavallisten Tukku Oy', size: 7 };
