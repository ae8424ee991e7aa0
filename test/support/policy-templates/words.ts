import type * as z from 'zod/mini';
import type { policySchema } from '../../../electron/main/policy/schema.js';

type Key = Exclude<keyof z.input<typeof policySchema>, '$schema'>;

interface Words {
  readonly title: string;
  readonly about: string;
}

export const languages = { en: 'en-US', fi: 'fi-FI', sv: 'sv-SE' } as const;
export type Language = keyof typeof languages;

interface Catalogue {
  readonly product: string;
  readonly supported: string;
  /** How the value is written. */
  readonly json: string;
  readonly text: string;
  readonly keys: string;
}

export const product: Readonly<Record<Language, Catalogue>> = {
  en: {
    product: 'Tunniste',
    supported: 'Tunniste 0.1 or newer',
    json: 'The value is JSON on one line. It goes over the policy file: objects key by key, anything else as a whole.',
    text: 'The value is the text itself, without quotes.',
    keys: 'Keys:',
  },
  fi: {
    product: 'Tunniste',
    supported: 'Tunniste 0.1 tai uudempi',
    json: 'Arvo on JSONia yhdellä rivillä. Se menee sääntötiedoston edelle: oliot avain kerrallaan, muut kokonaan.',
    text: 'Arvo on teksti sellaisenaan, ilman lainausmerkkejä.',
    keys: 'Avaimet:',
  },
  sv: {
    product: 'Tunniste',
    supported: 'Tunniste 0.1 eller nyare',
    json: 'Värdet är JSON på en rad. Det går före regelfilen: objekt nyckel för nyckel, allt annat som helhet.',
    text: 'Värdet är själva texten, utan citattecken.',
    keys: 'Nycklar:',
  },
};

/** A section's title in English; what it is about is said in the schema. */
export const titles: Readonly<Record<Key, string>> = {
  version: 'Version of the policy',
  demo: 'Demo',
  organisation: 'Organisation',
  allowedHosts: 'Allowed hosts',
  signIn: 'Sign-in',
  session: 'Session',
  registry: 'Registry',
  network: 'Network',
  mail: 'Mail relay',
  requests: 'Requests',
  audit: 'Delivery of the record',
  ticket: 'Ticket references',
  deepLink: 'Links that fill the new-call form',
  purposes: 'Purposes',
  populations: 'Protected groups',
  raisedThreat: 'Raised threat',
  factors: 'Factors',
  limits: 'Limits',
  watch: 'Misuse watch',
  notice: 'Notice to agents',
};

export const finnish: Readonly<Record<Key, Words>> = {
  version: {
    title: 'Sääntöjen versio',
    about: 'Mikä tahansa merkkijono, joka muuttuu sääntöjen mukana; kirjataan jokaiseen merkintään.',
  },
  demo: {
    title: 'Demo',
    about: 'Keksityt henkilöt: ikkunassa lukee DEMO, ja salaamaton http omaan koneeseen sallitaan.',
  },
  organisation: { title: 'Organisaatio', about: 'Kenen työpiste tämä on.' },
  allowedHosts: { title: 'Sallitut palvelimet', about: 'palvelin tai palvelin:portti; kaikki muut torjutaan.' },
  signIn: { title: 'Sisäänkirjautuminen', about: 'Miten tukihenkilö kirjautuu ja mitkä roolit hän saa.' },
  session: { title: 'Istunto', about: 'Milloin työpiste lukittuu ja milloin istunto päättyy.' },
  registry: { title: 'Rekisteri', about: 'Mistä kohdehenkilöt haetaan ja mikä attribuutti on mikin kenttä.' },
  network: { title: 'Verkko', about: 'Miten työpiste tavoittaa yllä olevat palvelimet.' },
  requests: { title: 'Pyynnöt', about: 'Kuka saa sen, mitä puhelusta jää muiden hoidettavaksi.' },
  mail: {
    title: 'Postipalvelin',
    about: 'Palvelin, jonka kautta posti lähtee; ilman sitä mitään ei lähetetä postitse.',
  },
  audit: {
    title: 'Kirjausten toimitus',
    about:
      'Minne kirjaukset menevät tämän koneen lisäksi, kuinka paljon täällä saa odottaa ja kuinka kauan kirjaukset säilytetään.',
  },
  ticket: { title: 'Tikettinumerot', about: 'Millainen tikettinumero on.' },
  deepLink: {
    title: 'Linkit, jotka täyttävät uuden puhelun lomakkeen',
    about: 'Saako tunniste:call-linkki täyttää uuden puhelun lomakkeen; puhelua se ei koskaan aloita.',
  },
  purposes: {
    title: 'Käyttötarkoitukset',
    about: 'Mihin työpisteellä saa tunnistaa, mitä se vaatii ja mitä saa näyttää.',
  },
  populations: {
    title: 'Suojatut ryhmät',
    about: 'Ryhmät, joiden henkilöistä jokin tai jokainen käyttötarkoitus vaatii enemmän.',
  },
  raisedThreat: {
    title: 'Kohonnut uhka',
    about: 'Tiukentaa jokaista käyttötarkoitusta hyökkäyksen ajaksi: enemmän todisteita, puolet lyhyempi voimassaolo.',
  },
  factors: { title: 'Todennustavat', about: 'Montako pistettä kukin tapa antaa ja milloin sitä saa käyttää.' },
  limits: { title: 'Rajat', about: 'Montako väärää vastausta ja kuinka kauan mitäkin sallitaan.' },
  watch: { title: 'Väärinkäytösten seuranta', about: 'Milloin jokin merkitään esimiehen katsottavaksi.' },
  notice: { title: 'Ilmoitus tukihenkilöille', about: 'Mitä tukihenkilö lukee ja hyväksyy ennen ensimmäistä puhelua.' },
};

export const swedish: Readonly<Record<Key, Words>> = {
  version: {
    title: 'Reglernas version',
    about: 'En valfri text som ändras när reglerna gör det; skrivs i varje anteckning.',
  },
  demo: {
    title: 'Demo',
    about: 'Påhittade personer: fönstret säger DEMO, och okrypterad http till den egna datorn tillåts.',
  },
  organisation: { title: 'Organisation', about: 'Vems arbetsplats det här är.' },
  allowedHosts: { title: 'Tillåtna värdar', about: 'värd eller värd:port; alla andra avvisas.' },
  signIn: { title: 'Inloggning', about: 'Hur supportpersonen loggar in och vilka roller det ger.' },
  session: { title: 'Session', about: 'När arbetsplatsen låses och när sessionen tar slut.' },
  registry: { title: 'Register', about: 'Varifrån personerna hämtas och vilket attribut som är vilket fält.' },
  network: { title: 'Nätverk', about: 'Hur arbetsplatsen når värdarna ovan.' },
  requests: { title: 'Begäranden', about: 'Vem som får det som ett samtal lämnar åt andra att ta hand om.' },
  mail: { title: 'E-postserver', about: 'Servern som posten går ut genom; utan den skickas inget per e-post.' },
  audit: {
    title: 'Leverans av loggen',
    about: 'Vart loggen går utöver den här datorn, hur mycket som får vänta här och hur länge loggen sparas.',
  },
  ticket: { title: 'Ärendenummer', about: 'Hur ett ärendenummer ser ut.' },
  deepLink: {
    title: 'Länkar som fyller i formuläret för ett nytt samtal',
    about: 'Om en tunniste:call-länk får fylla i formuläret för ett nytt samtal; den påbörjar aldrig något samtal.',
  },
  purposes: { title: 'Ändamål', about: 'Vad arbetsplatsen får identifiera för, vad det kräver och vad som får visas.' },
  populations: {
    title: 'Skyddade grupper',
    about: 'Grupper av personer för vilka alla ändamål, eller några av dem, kräver mer.',
  },
  raisedThreat: {
    title: 'Höjd hotnivå',
    about: 'Skärper alla ändamål medan ett angrepp pågår: mer bevis, och verifieringen gäller hälften så länge.',
  },
  factors: { title: 'Sätt att styrka', about: 'Hur många poäng varje sätt ger och när det får användas.' },
  limits: { title: 'Gränser', about: 'Hur många fel svar och hur länge vad som helst tillåts.' },
  watch: { title: 'Missbruksbevakning', about: 'När något flaggas för en arbetsledare.' },
  notice: {
    title: 'Meddelande till supportpersonalen',
    about: 'Vad supportpersonen läser och godkänner före sitt första samtal.',
  },
};
