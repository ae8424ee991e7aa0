export const signIn = {
  title: 'Logga in på arbetsplatsen',
  about: 'Tunniste hjälper dig att bevisa vem som ringer, visar bara det samtalet kräver och antecknar allt först.',
  token: 'Registrets åtkomstnyckel',
  tokenAbout: 'Du får den av administratören. Den sparas i datorns nyckelring och visas aldrig igen.',
  go: 'Logga in',
  going: 'Sparar i nyckelringen…',
  who: 'Du arbetar som den användare som är inloggad på datorn; varje steg antecknas under det namnet.',
  organisation: 'Organisation',
  registry: 'Register',
};
