/** What each purpose is called, on screen and in reports. */
export const purposeNames = {
  fi: {
    support: 'Tuki',
    'access-reset': 'Pääsyn palautus',
    'account-change': 'Tietojen muutos',
    'billing-check': 'Laskutuksen tarkistus',
    'privacy-request': 'Tietopyyntö',
    'end-of-use': 'Käytön päättyminen',
    block: 'Esto',
    disclose: 'Tietojen luovutus',
  },
  sv: {
    support: 'Support',
    'access-reset': 'Återställning',
    'account-change': 'Ändring av uppgifter',
    'billing-check': 'Faktureringskontroll',
    'privacy-request': 'Begäran om uppgifter',
    'end-of-use': 'Slut på användning',
    block: 'Spärr',
    disclose: 'Utlämnande av uppgifter',
  },
  en: {
    support: 'Support',
    'access-reset': 'Access reset',
    'account-change': 'Account change',
    'billing-check': 'Billing check',
    'privacy-request': 'Privacy request',
    'end-of-use': 'End of use',
    block: 'Block',
    disclose: 'Disclosure',
  },
} as const;
