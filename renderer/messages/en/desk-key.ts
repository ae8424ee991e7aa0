/** Of every key of the desk’s own. */
export const deskKey = {
  hint: 'Your administrator gives it. It is entered once, sealed with this computer’s keychain and never shown again.',
  own: 'The key is the desk’s, not yours: it stays when you sign out. Saving and removing it are recorded.',
  go: 'Save the key',
  going: 'Saving to the keychain…',
  kept: 'The key is sealed with this computer’s keychain.',
  remove: 'Remove the key',
  removeAsk: 'Remove the key?',
  saved: 'The key has been saved',
};
