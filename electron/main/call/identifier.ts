import { fail, ok, type Result } from '../../../shared/result.js';
import type { IdentifierKind } from '../../../shared/subject.js';
import { parsePhone } from '../registry/phone.js';
import type { RegistryQuery } from '../registry/registry.js';
import { isLookalike } from './lookalike.js';

const longest = 200;

/** SECURITY: quotes, backslashes, brackets, wildcards and invisible characters have no place in what is searched by. */
const forms = {
  userName: /^[\p{L}\p{M}\p{N}._@+'/&#$!~=-]+$/u,
  workEmail: /^[\p{L}\p{M}\p{N}.!#$&'+/=?^_{|}~@-]+$/u,
  workPhone: /^(?:tel:)?[\d\s+().\p{Pd}/]+$/iu,
  name: /^[\p{L}\p{M} '’.,-]+$/u,
  organisation: /^[\p{L}\p{M}\p{N} &+.,:'’!/()-]+$/u,
} as const;
type Form = keyof typeof forms;

const tidy = (typed: string): string =>
  typed
    .trim()
    .normalize('NFC')
    .replace(/[\p{Zs}]+/gu, ' ');
/** Numbers copied from an address book come with direction marks around them, and full-width digits are digits. */
const tidyPhone = (typed: string): string => tidy(typed.normalize('NFKC').replace(/\p{Cf}/gu, ''));

/** What was typed, tidied, if it has the form of its kind. */
const formed = (form: Form, typed: string): Result<string> => {
  // Twice: a text of 10,000 characters is not worth tidying, and tidying may lengthen a text.
  if (typed.trim().length > longest) return fail('identifier-too-long');
  const text = (form === 'workPhone' ? tidyPhone : tidy)(typed);
  if (text === '') return fail('identifier-too-short');
  if (text.length > longest) return fail('identifier-too-long');
  if (form !== 'workPhone' && isLookalike(text, form === 'name' || form === 'organisation' ? 'words' : 'code'))
    return fail('identifier-lookalike');
  return forms[form].test(text) ? ok(text) : fail('identifier-invalid');
};

const userName = (text: string): Result<RegistryQuery> =>
  text.length < 2 ? fail('identifier-too-short') : ok({ by: 'userName', value: text });

const workEmail = (text: string): Result<RegistryQuery> => {
  if (text.split('@').length > 2) return fail('identifier-invalid');
  return /^[^@]+@[^@.]+(?:\.[^@.]+)+$/.test(text) ? ok({ by: 'workEmail', value: text }) : fail('identifier-too-short');
};

const workPhone = (text: string): Result<RegistryQuery> => {
  if (text.replace(/\D/g, '').length < 5) return fail('identifier-too-short');
  const value = parsePhone(text);
  return value === null ? fail('identifier-invalid') : ok({ by: 'workPhone', value });
};

/** `von`, `af` and the like belong to the word after them. */
const words = (text: string): string[] => text.match(/(?:(?:von|van|af|av|de|der|den|la|le)\s+)*[^\s]+/giu) ?? [];

/** Two names: parted by a comma where there is one, else the last word and what comes before it. */
const parted = (text: string): readonly [string, string] | null => {
  const around = text.split(',').map((part) => part.trim());
  const all = words(text);
  const pair = around.length > 1 ? around : [all.slice(0, -1).join(' '), all.at(-1) ?? ''];
  const [one, other] = pair;
  return pair.length === 2 && one && other ? [one, other] : null;
};

const name = (text: string, organisation: string): Result<RegistryQuery> => {
  const names = parted(text);
  if (!names) return fail('identifier-too-short');
  const of = formed('organisation', organisation);
  if (!of.ok) return of;
  return of.value.length < 2 ? fail('identifier-too-short') : ok({ by: 'name', names, organisation: of.value });
};

const kinds = { userName, workEmail, workPhone, name } as const;

interface Typed {
  readonly by: IdentifierKind;
  readonly identifier: string;
  /** Looked at with a name only. */
  readonly organisation: string;
}

/**
 * What the agent typed, as a search: Unicode NFC, phones as E.164, names parted in two.
 * Fails with `identifier-too-short` (empty or not whole), `-too-long`, `-invalid` (signs that no identifier has), `-lookalike`
 * (letters that pass for others).
 */
export const parseIdentifier = ({ by, identifier, organisation }: Typed): Result<RegistryQuery> => {
  const text = formed(by, identifier);
  return text.ok ? kinds[by](text.value, organisation) : text;
};
