import type { LetterWords } from '../letter-words.js';

export const en: LetterWords = {
  kind: {
    'privacy-request': 'Privacy request',
    'end-of-use': 'Request to remove data',
    block: 'Report of loss or misuse',
    disclose: 'Data handed over',
  },
  asked: {
    'privacy-request': 'A person asks about their own data. Please answer by the day below.',
    'end-of-use':
      'The organisation says that the use of this account has ended. Please remove the data and confirm it at the desk.',
    block: 'Loss or misuse was reported. The caller was recognised by facts alone: block first, then ask.',
    disclose: 'Data about this person were recorded for handing over. Please keep this with your records.',
  },
  matter: {
    access: 'wants to see their data',
    rectification: 'wants data corrected',
    erasure: 'wants data erased',
    restriction: 'wants the use of data restricted',
    portability: 'wants data moved',
    objection: 'objects to the use of data',
    question: 'has a question',
    'activation-event': 'shown by an activation event',
    'in-writing': 'shown in writing',
    'lost-device': 'lost device',
    'leaked-credentials': 'password in wrong hands',
    misuse: 'account misused',
    law: 'by law',
    agreement: 'by agreement',
  },
  field: {
    name: 'Name',
    userName: 'User ID',
    workEmail: 'Work e-mail',
    workPhone: 'Work phone',
    stationCode: 'Station code',
    organisation: 'Organisation',
    status: 'Status',
  },
  restricted: 'The person has forbidden the use of their data.',
  row: {
    reference: 'Reference',
    ticket: 'Ticket',
    created: 'Received',
    due: 'Answer by',
    matter: 'Matter',
    words: 'In the caller’s words',
    recipient: 'Recipient',
    basis: 'Legal basis',
    handed: 'Fields',
  },
};
