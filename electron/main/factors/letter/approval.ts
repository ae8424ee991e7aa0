import type { Language } from '../../../../shared/language.js';
import type { Letter } from '../factor.js';
import type { MailWords } from './mailed.js';
import { reasonOf } from './purposes.js';

type Words = (letter: Letter, why: string, about: string) => MailWords;

const letters: Readonly<Record<Language, Words>> = {
  fi: ({ organisation, code, minutes, words }, why, about) => ({
    subject: `${organisation}: hyväksyntäkoodi`,
    text: `Hei,

saat tämän viestin organisaatiosi yhteyshenkilönä. ${organisation} pyytää hyväksyntääsi ${why}.
Henkilö: ${about}

Koodi: ${code}

Jos tunnet henkilön ja tiedät asian oikeaksi, kerro koodi hänelle. Se on voimassa ${minutes} minuuttia ja käy kerran. Muuten älä kerro sitä kenellekään.

Voit varmistaa, että pyyntö on tuesta: siellä tiedetään nämä kaksi sanaa.
${words.join(' ')}

Kukaan ei kysy salasanaasi.
`,
  }),
  sv: ({ organisation, code, minutes, words }, why, about) => ({
    subject: `${organisation}: kod för godkännande`,
    text: `Hej,

du får det här meddelandet som din organisations kontaktperson. ${organisation} ber om ditt godkännande ${why}.
Person: ${about}

Kod: ${code}

Om du känner personen och vet att saken stämmer, ge koden till personen. Den gäller i ${minutes} minuter och en gång. Ge den annars inte till någon.

Du kan försäkra dig om att begäran kommer från supporten: där känner man till de här två orden.
${words.join(' ')}

Ingen frågar efter ditt lösenord.
`,
  }),
  en: ({ organisation, code, minutes, words }, why, about) => ({
    subject: `${organisation}: approval code`,
    text: `Hello,

you get this as the contact person of your organisation. ${organisation} asks for your approval ${why}.
Person: ${about}

Code: ${code}

If you know the person and know this to be right, give them the code. It is good for ${minutes} minutes, and once. Otherwise give it to nobody.

You can make sure that the request comes from the support desk: it knows these two words.
${words.join(' ')}

Nobody will ask for your password.
`,
  }),
};

/** The mail with a code to a contact person, who has to know whom it is about. */
export const approvalLetter = (letter: Letter, about: string): MailWords =>
  letters[letter.language](letter, reasonOf(letter.language, letter.purpose), about);
