export const terms = {
  field: {
    name: 'Namn',
    userName: 'Användar-ID',
    workEmail: 'Arbetsmejl',
    workPhone: 'Arbetstelefon',
    stationCode: 'Stationskod',
    organisation: 'Organisation',
    status: 'Status',
  },
  identifier: { userName: 'Användar-ID', workEmail: 'E-post', workPhone: 'Telefon', name: 'Namn' },
  purpose: { support: 'Support', 'access-reset': 'Återställning' },
  purposeAbout: {
    support: 'Hjälp i ett supportsamtal',
    'access-reset': 'Återställning av lösenord, inloggning eller enhet',
  },
  factor: { facts: 'Jämförda uppgifter', 'call-back': 'Motringning', 'second-agent': 'Andra medarbetaren' },
  strength: { signal: 'signal', medium: 'medelstark', strong: 'stark' },
  outcome: {
    resolved: 'Löst',
    'not-verified': 'Inte verifierad',
    escalated: 'Skickat vidare',
    'suspected-fraud': 'Misstänkt bedrägeri',
    'caller-hung-up': 'Den som ringde lade på',
  },
  callBack: { reached: 'Nådd', 'not-reached': 'Inte nådd', refused: 'Vägrade' },
  role: { agent: 'supportmedarbetare', supervisor: 'arbetsledare', auditor: 'granskare', 'privacy-officer': 'dataskyddsombud', billing: 'fakturering' },
  language: { fi: 'finska', sv: 'svenska', en: 'engelska' },
};
