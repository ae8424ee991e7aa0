import type { Language } from '../../../../shared/language.js';

/** Why a code is asked for, as it ends a sentence; a policy's own purpose is said in general. */
const reasons: Readonly<Record<Language, Readonly<Record<string, string>> & { readonly other: string }>> = {
  fi: {
    support: 'tukipuhelua varten',
    'access-reset': 'salasanan, kirjautumisen tai laitteen palautusta varten',
    'account-change': 'rekisteröityjen tietojen muuttamista varten',
    'privacy-request': 'omia tietoja koskevaa pyyntöä varten',
    'end-of-use': 'käytön päättymisestä ilmoittamista varten',
    other: 'käynnissä olevaa puhelua varten',
  },
  sv: {
    support: 'för ett supportsamtal',
    'access-reset': 'för återställning av lösenord, inloggning eller enhet',
    'account-change': 'för ändring av registrerade uppgifter',
    'privacy-request': 'för en begäran om egna uppgifter',
    'end-of-use': 'för en anmälan om att användningen upphört',
    other: 'för ett pågående samtal',
  },
  en: {
    support: 'for a support call',
    'access-reset': 'to reset a password, a sign-in or a device',
    'account-change': 'to change registered data',
    'privacy-request': 'for a request about one’s own data',
    'end-of-use': 'to report that use has ended',
    other: 'for a call that is going on',
  },
};

export const reasonOf = (language: Language, purpose: string): string => {
  const known = reasons[language];
  return Object.hasOwn(known, purpose) ? (known[purpose] ?? known.other) : known.other;
};
