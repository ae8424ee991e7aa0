/** The ways to prove in which the agent types or attests. */
export const ways = {
  ways: 'How does the caller prove it?',
  other: 'Another way',
  code: 'The code the caller says',
  password: 'The one-time password the caller says',
  check: 'Check',
  checking: 'Checking…',
  sending: 'Sending the code…',
  over: 'The code’s time is over. Send a new one.',
  until: 'The code is good for {{time}} more.',
  againIn: 'A new code can be sent in {{time}}.',
  again: 'Send a new code',
  wrong: 'That is not the code',
  mutual: 'Two words to prove the desk',
  mutualAbout: 'Say them if the caller asks: the message holds the same ones. They prove nothing about the caller.',
  send: {
    'sms-code': 'Send a code by text message',
    'email-code': 'Send a code by e-mail',
    approval: 'Send a code to the contact person',
  },
  about: {
    'sms-code': 'The code goes to the number on file, never to one the caller gives.',
    'email-code': 'The code goes to the address on file, never to one the caller gives.',
    approval:
      'The code goes to the contact person that the policy names for the organisation. The caller gets it from them.',
  },
  totpAbout: 'The company’s verifier checks it. The desk never sees the secret behind it.',
  sighting: 'How did you see the person and the document?',
  sightings: {
    video: 'By video',
    'in-person': 'In person',
  },
  reason: 'What did you see? 10 to 500 characters',
  reasonAbout: 'Write which document it was and how you knew the person, not its number.',
  attest: 'I have seen the person and the document',
  attestSecond: 'The policy wants a colleague to confirm this by signing in on this computer.',
} as const;
