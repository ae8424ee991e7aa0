export const signIn = {
  title: 'Sign in to the desk',
  about: 'Tunniste helps you prove who is calling, see only what the call needs, and leave a record first.',
  token: 'Registry token',
  tokenAbout: 'Your administrator gives it. It is sealed with this computer’s keychain and never shown again.',
  go: 'Sign in',
  going: 'Saving to the keychain…',
  who: 'You work under the name that is signed in to this computer; every step is recorded under it.',
  organisation: 'Organisation',
  registry: 'Registry',
} as const;
