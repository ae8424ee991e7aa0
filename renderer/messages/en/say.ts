/** Sentences read aloud to the caller. Neutral on failure: they never tell which answer was wrong or whether a person exists. */
export const say = {
  label: 'Say',
  start: 'Thank you for calling. Before we begin, I need to check who I am speaking with.',
  find: 'May I have your user ID or your work e-mail address, please?',
  more: 'Thank you. Could you give me one more detail, such as your work e-mail address?',
  choose: 'Thank you. One moment, please.',
  compare: 'Thank you. Could you tell me {{fields}}?',
  again: 'Thank you. Let us go through the details once more: could you tell me {{fields}}?',
  prove: 'Thank you. I will call you back on the number we have on file. Please hang up and wait for my call.',
  calling: 'Hello, this is the support desk, calling back about the call you just made.',
  code: 'Thank you. I have sent a code to the address or number we have on file. Please tell me the code.',
  approval:
    'Thank you. I have sent a code to your organisation’s contact person. Please ask them for it and tell it to me.',
  totp: 'Thank you. Please tell me the one-time password that your device shows now.',
  seePerson: 'Thank you. Please show me yourself and a valid identity document.',
  verified: 'Thank you. I can help you now.',
  stop: 'Thank you. I cannot take this further in this call. Please turn to your organisation’s contact person.',
  close: 'Thank you for calling. Goodbye.',
  your: {
    name: 'your full name',
    userName: 'your user ID',
    workEmail: 'your work e-mail address',
    workPhone: 'your work phone number',
    stationCode: 'your station code',
    organisation: 'your organisation',
    status: 'whether your account is in use',
  },
} as const;
