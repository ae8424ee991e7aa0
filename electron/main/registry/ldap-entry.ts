import type { SearchEntry } from 'ldapts';
import { caseless, nameKey, organisationKey } from './folding.js';
import type { Sources } from './ldap-attributes.js';
import { timeOf } from './ldap-time.js';
import type { RegistryQuery } from './registry.js';
import type { Subject } from './subject.js';
import { subjectOf } from './subject-parser.js';

type Name = Exclude<keyof Subject, 'others'>;
type Value = string | Buffer;

const accountControl = 'useraccountcontrol';
/** ACCOUNTDISABLE of userAccountControl (MS-ADTS 2.2.16); the same bit that 1.2.840.113556.1.4.803 tests. */
const disabled = 2;

/** Attribute names do not mind case (RFC 4512 §2.5). */
const held = ({ attributes }: SearchEntry, name: string): readonly Value[] =>
  attributes.filter(({ type }) => type.toLowerCase() === name.toLowerCase()).flatMap(({ values }) => values as Value[]);

/** Ids may be bytes, such as objectGUID. */
const idOf = ({ attributes }: SearchEntry, names: readonly string[]): string | undefined => {
  const wanted = names.map((name) => name.toLowerCase());
  const [bytes] = attributes
    .filter(({ type }) => wanted.includes(type.toLowerCase()))
    .flatMap(({ parsedBuffers }) => parsedBuffers);
  if (!bytes || bytes.length > 100) return undefined;
  const text = bytes.toString('latin1');
  return /^[\x21-\x7e]{17,}$/.test(text) ? text : bytes.toString('hex');
};

/** Which values of an entry are what was asked for. */
const isWanted = (name: Name, query: RegistryQuery): ((value: string) => boolean) => {
  if (query.by === 'name')
    return name === 'organisation'
      ? (value) => organisationKey(value) === organisationKey(query.organisation)
      : (value) => query.names.some((one) => nameKey(one) === nameKey(value));
  return (value) => name === query.by && caseless(value) === caseless(query.value);
};

const valuesOf = (entry: SearchEntry, sources: Sources, name: Name): readonly Value[] =>
  sources[name].flatMap((attribute) => held(entry, attribute));

/**
 * An attribute may have several values, in no order: the one searched by is meant, else the first.
 * SECURITY: of addresses and numbers the first, whatever was searched by, so that no caller chooses where the desk calls back.
 */
const chosen = (entry: SearchEntry, sources: Sources, name: Name, query: RegistryQuery): Value | undefined => {
  const values = valuesOf(entry, sources, name);
  if (name === 'workEmail' || name === 'workPhone') return values[0];
  const wanted = isWanted(name, query);
  return values.find((value) => typeof value === 'string' && wanted(value)) ?? values[0];
};

const flag = (value: Value | undefined): Value | boolean | undefined =>
  value === 'TRUE' ? true : value === 'FALSE' ? false : value;

/** Whether use goes on. What is mapped and not there is no answer: then nobody can tell. */
const activeOf = (entry: SearchEntry, { active: [attribute] }: Sources): unknown => {
  if (attribute === undefined) return true;
  const [value] = held(entry, attribute);
  if (attribute.toLowerCase() !== accountControl) return flag(value);
  return typeof value === 'string' && /^-?\d{1,10}$/.test(value) ? (Number(value) & disabled) === 0 : undefined;
};

/**
 * The subject that an entry stands for, or null when it does not hold what it must, as it must.
 * @param now an account whose end is past has ended, whatever else it says
 */
export const entrySubject = (entry: SearchEntry, sources: Sources, query: RegistryQuery, now: Date): Subject | null => {
  const pick = (name: Name) => chosen(entry, sources, name, query);
  const time = (name: Name) => {
    const value = pick(name);
    if (value === undefined) return null;
    const at = typeof value === 'string' ? timeOf(value) : undefined;
    // What is no time is handed on as it is, and refused.
    return at === undefined ? value : at;
  };
  const others = (name: Name) => valuesOf(entry, sources, name).slice(1);
  const endedAt = time('endedAt');
  const subject = subjectOf({
    id: idOf(entry, sources.id),
    givenName: pick('givenName'),
    familyName: pick('familyName'),
    userName: pick('userName'),
    workEmail: pick('workEmail'),
    workPhone: pick('workPhone'),
    stationCode: pick('stationCode'),
    organisation: pick('organisation'),
    active: activeOf(entry, sources),
    endedAt,
    restricted: flag(pick('restricted')),
    privileged: flag(pick('privileged')),
    phoneChangedAt: time('phoneChangedAt'),
    emailChangedAt: time('emailChangedAt'),
    others: { workEmail: others('workEmail'), workPhone: others('workPhone') },
    preferredLanguage: pick('preferredLanguage'),
  });
  if (subject === null) return null;
  const isOver = subject.endedAt !== null && new Date(subject.endedAt) <= now;
  return { ...subject, active: subject.active && !isOver };
};
