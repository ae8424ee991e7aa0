export const gatewayKey = {
  title: { sms: 'Key of the text message gateway', totp: 'Key of the one-time password verifier' },
  about: {
    sms: 'This desk sends text messages through a gateway of your organisation’s, which opens with a key. Nobody has entered it on this computer yet.',
    totp: 'One-time passwords are checked by a verifier of your organisation’s, which opens with a key. Nobody has entered it on this computer yet.',
  },
  label: { sms: 'Key (text message gateway)', totp: 'Key (one-time password verifier)' },
  removeAbout:
    'Nobody can be proved this way at this desk until the key is entered again. All that was recorded stays.',
};
