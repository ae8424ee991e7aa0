import type { Language } from '../../../../shared/language.js';
import type { Letter } from '../factor.js';
import { reasonOf } from './purposes.js';

export interface MailWords {
  readonly subject: string;
  readonly text: string;
}

type Words = (letter: Letter, why: string) => MailWords;

const letters: Readonly<Record<Language, Words>> = {
  fi: ({ organisation, code, minutes, words }, why) => ({
    subject: `${organisation}: vahvistuskoodi`,
    text: `Hei,

${organisation} pyytää vahvistusta ${why}.

Koodi: ${code}

Sano koodi vain sille tukihenkilölle, jonka kanssa puhut nyt. Se on voimassa ${minutes} minuuttia ja käy kerran.

Voit varmistaa, että puhut oikean tuen kanssa: pyydä tukihenkilöä sanomaan nämä kaksi sanaa.
${words.join(' ')}

Kukaan ei kysy salasanaasi. Jos et ole nyt puhelussa, älä kerro koodia kenellekään ja ilmoita asiasta.
`,
  }),
  sv: ({ organisation, code, minutes, words }, why) => ({
    subject: `${organisation}: bekräftelsekod`,
    text: `Hej,

${organisation} ber om en bekräftelse ${why}.

Kod: ${code}

Säg koden bara till den supportperson som du talar med just nu. Den gäller i ${minutes} minuter och en gång.

Du kan försäkra dig om att du talar med den riktiga supporten: be supportpersonen säga de här två orden.
${words.join(' ')}

Ingen frågar efter ditt lösenord. Om du inte är i ett samtal nu, ge inte koden till någon och anmäl saken.
`,
  }),
  en: ({ organisation, code, minutes, words }, why) => ({
    subject: `${organisation}: confirmation code`,
    text: `Hello,

${organisation} asks you to confirm ${why}.

Code: ${code}

Tell it only to the support agent you are speaking with now. It is good for ${minutes} minutes, and once.

You can make sure that you are speaking with the real support: ask the agent to say these two words.
${words.join(' ')}

Nobody will ask for your password. If you are not in a call now, give the code to nobody and report this.
`,
  }),
};

/** The mail with a code: who asks, why, for how long, and how to know the desk. */
export const mailedLetter = (letter: Letter): MailWords =>
  letters[letter.language](letter, reasonOf(letter.language, letter.purpose));
