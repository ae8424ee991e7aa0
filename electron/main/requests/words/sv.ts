import type { LetterWords } from '../letter-words.js';

export const sv: LetterWords = {
  kind: {
    'privacy-request': 'Dataskyddsbegäran',
    'end-of-use': 'Begäran om radering',
    block: 'Anmälan om förlust eller missbruk',
    disclose: 'Utlämnande av uppgifter',
  },
  asked: {
    'privacy-request': 'En person frågar om sina egna uppgifter. Svara senast den dag som anges nedan.',
    'end-of-use':
      'Organisationen meddelar att användningen har upphört. Radera uppgifterna och bekräfta det för arbetsplatsen.',
    block: 'Förlust eller missbruk har anmälts. Den som ringde kändes igen enbart på fakta: spärra först, fråga sedan.',
    disclose: 'Ett utlämnande av personens uppgifter har antecknats. Spara detta bland era handlingar.',
  },
  matter: {
    access: 'vill se sina uppgifter',
    rectification: 'vill rätta sina uppgifter',
    erasure: 'vill få sina uppgifter raderade',
    restriction: 'vill begränsa användningen av sina uppgifter',
    portability: 'vill flytta sina uppgifter',
    objection: 'invänder mot användningen av sina uppgifter',
    question: 'har en fråga',
    'activation-event': 'visat genom en aktiveringshändelse',
    'in-writing': 'visat skriftligen',
    'lost-device': 'enhet förlorad',
    'leaked-credentials': 'lösenordet i orätta händer',
    misuse: 'kontot missbrukat',
    law: 'med stöd av lag',
    agreement: 'med stöd av avtal',
  },
  field: {
    name: 'Namn',
    userName: 'Användarnamn',
    workEmail: 'E-post i arbetet',
    workPhone: 'Arbetstelefon',
    stationCode: 'Stationskod',
    organisation: 'Organisation',
    status: 'Status',
  },
  restricted: 'Personen har förbjudit användningen av sina uppgifter.',
  row: {
    reference: 'Referens',
    ticket: 'Ärende',
    created: 'Mottagen',
    due: 'Svar senast',
    matter: 'Ärendet gäller',
    words: 'Så sade den som ringde',
    recipient: 'Mottagare',
    basis: 'Rättslig grund',
    handed: 'Fält',
  },
};
