import type { RequestOf } from '../../../shared/contract.js';
import { longestName, longestWords } from '../../../shared/request.js';
import { fail, ok, type Result } from '../../../shared/result.js';
import type { Filing } from '../requests/letter.js';
import type { PurposeRules } from '../policy/purpose-schema.js';

type Filed = RequestOf<'fileRequest'>;

/** Marks that turn the direction of writing would make a letter read otherwise than it was typed (Unicode UAX #9). */
const turns = /\p{Bidi_Control}/gu;

/** One line, whatever was pasted. */
const name = (text: string): string => text.replace(turns, '').replace(/\s+/gu, ' ').trim();
const isName = (text: string): boolean => text.length > 0 && text.length <= longestName;

const handingOver = (filed: Extract<Filed, { kind: 'disclose' }>, words: string, { show }: PurposeRules) => {
  const { kind, matter, fields } = filed;
  const [recipient, basis] = [name(filed.recipient), name(filed.basis)];
  if (!isName(recipient) || !isName(basis) || fields.length === 0) return fail('request-invalid');
  if (!fields.every((field) => show.includes(field))) return fail('field-not-allowed');
  return ok({ kind, matter, words, recipient, basis, fields: [...new Set(fields)] });
};

/** What the agent filed, if it is whole and belongs to the purpose at hand: `request-invalid`, `field-not-allowed` or `wrong-step`. */
export const parseFiling = (filed: Filed, rules: PurposeRules): Result<Filing> => {
  if (filed.kind !== rules.kind) return fail('wrong-step');
  const words = filed.words.replace(turns, '').trim();
  if (words.length > longestWords) return fail('request-invalid');
  return filed.kind === 'disclose'
    ? handingOver(filed, words, rules)
    : ok({ kind: filed.kind, matter: filed.matter, words });
};
