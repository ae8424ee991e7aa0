export const registryKey = {
  title: 'Registry key',
  about:
    'This desk finds people in a directory that opens with a password of your organisation’s. Nobody has entered it on this computer yet.',
  label: 'Registry key (the directory’s password)',
  hint: 'Your administrator gives it. It is entered once, sealed with this computer’s keychain and never shown again.',
  own: 'The key is the desk’s, not yours: it stays when you sign out. Saving and removing it are recorded.',
  go: 'Save the key',
  going: 'Saving to the keychain…',
  kept: 'The key is sealed with this computer’s keychain.',
  remove: 'Remove the key',
  removeAsk: 'Remove the key?',
  removeAbout: 'Nobody can find people at this desk until the key is entered again. All that was recorded stays.',
};
