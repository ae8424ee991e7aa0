// @ts-check
// Writes resources/demo-people.json: 2,000 invented persons in 40 invented organisations, always the same ones.
//   node test/support/make-demo-people.mjs
import { writeFile } from 'node:fs/promises';
import { finnish, organisations, swedish } from './demo-names.mjs';
import { crowd, demoPersons } from './demo-persons.mjs';

/** @typedef {import('./demo-persons.mjs').DemoPerson} DemoPerson */

const size = 2000;
const applicants = 59; // and one with known facts

/** mulberry32: small, and the same on every machine. */
function createLot(seed = 20_261_122) {
  let state = seed;
  const fraction = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (/** @type {number} */ limit) => Math.floor(fraction() * limit);
  return {
    below,
    chance: (/** @type {number} */ share) => fraction() < share,
    /** @template T @param {readonly T[]} from @returns {T} */
    of: (from) => /** @type {T} */ (from[below(from.length)]),
  };
}

const lot = createLot();
const taken = new Set();

/** @param {string} wanted @param {string} separator @param {string} [rest] */
function free(wanted, separator, rest = '') {
  let candidate = wanted + rest;
  for (let number = 2; taken.has(candidate.toLowerCase()); number++)
    candidate = `${wanted}${separator}${number}${rest}`;
  taken.add(candidate.toLowerCase());
  return candidate;
}

const plain = (/** @type {string} */ name) =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/^(?:von der|von|af) /u, '')
    .replace(/ /gu, '');

const letters = (/** @type {string} */ name) => plain(name).replaceAll('-', '');
const digits = (/** @type {number} */ count) => Array.from({ length: count }, () => lot.below(10)).join('');

/** @typedef {(given: string, family: string, domain: string) => string} MakeUserName */
const userNames = /** @satisfies {Record<import('./demo-names.mjs').UserNameStyle, MakeUserName>} */ ({
  initial: (given, family) => free(letters(given).slice(0, 1) + letters(family).slice(0, 6), ''),
  dotted: (given, family) => free(`${plain(given)}.${plain(family)}`, '.'),
  number: () => free(`${1 + lot.below(9)}${digits(5)}`, ''),
  initials: (given, family) => free(letters(given).slice(0, 1) + letters(family).slice(0, 2) + digits(3), ''),
  prefixed: (_given, _family, domain) => free(domain.slice(0, 3) + digits(5), ''),
});

// Finland has no range set aside for fiction. 047 is a mobile prefix by its form (libphonenumber's Finnish mobile pattern begins 4[0-8]),
// but Traficom's list of mobile area codes, as libphonenumber's carrier data carries it (resources/carrier/en/358.txt), gives it to no
// operator: a number in it parses as valid and reaches nobody.
let lastNumber = 1000;
function phone() {
  const subscriber = String(lastNumber++).padStart(7, '0');
  const spaced = `${subscriber.slice(0, 3)} ${subscriber.slice(3)}`;
  const spellings = [
    `tel:+358-47-${subscriber}`,
    `+358 47 ${subscriber}`,
    `047 ${subscriber}`,
    `047${subscriber}`,
    `047-${subscriber}`,
    `047 ${spaced}`,
  ];
  return lot.chance(0.7) ? `+35847${subscriber}` : lot.of(spellings);
}

const stations = ['HKI', 'ESP', 'TRE', 'TKU', 'OUL', 'VSA', 'JNS', 'KUO'];

/** Facts that only some have. @param {boolean} ordinary @returns {Partial<DemoPerson>} */
const extras = (ordinary) => ({
  ...(lot.chance(0.75) && { workPhone: phone(), ...(lot.chance(0.3) && { phoneChangedDaysAgo: 20 + lot.below(900) }) }),
  ...(lot.chance(0.4) && { stationCode: `${lot.of(stations)}-${digits(3)}` }),
  ...(lot.chance(0.2) && { emailChangedDaysAgo: 20 + lot.below(900) }),
  ...(ordinary && lot.chance(0.08) && { endedDaysAgo: 1 + lot.below(700) }),
  ...(ordinary && lot.chance(0.03) && { restricted: /** @type {const} */ (true) }),
  ...(lot.chance(0.01) && { workPhone: phone(), phoneChangedDaysAgo: 1 + lot.below(6) }),
});

/** @param {typeof organisations[number]} organisation @param {string} givenName @param {string} familyName @returns {DemoPerson} */
function person([organisation, domain, style], givenName, familyName, ordinary = true) {
  const userName = /** @type {MakeUserName} */ (userNames[style])(givenName, familyName, domain);
  const workEmail = free(`${plain(givenName)}.${plain(familyName)}`, '.', `@${domain}`);
  return { givenName, familyName, userName, workEmail, organisation, ...extras(ordinary) };
}

/** @param {typeof organisations[number]} organisation */
function anyone(organisation) {
  const usual = organisation[3] === 'sv' ? swedish : finnish;
  const names = lot.chance(0.12) ? (usual === swedish ? finnish : swedish) : usual;
  const given = lot.chance(0.06) ? names.doubleGiven : names.given;
  const family = lot.chance(0.04) ? names.doubleFamily : names.family;
  return person(organisation, lot.of(given), lot.of(family));
}

const named = (/** @type {string} */ name) =>
  /** @type {typeof organisations[number]} */ (organisations.find(([organisation]) => organisation === name));

/** @returns {DemoPerson[]} */
function everybody() {
  const known = Object.values(demoPersons);
  for (const { userName, workEmail } of known) taken.add(userName).add(workEmail);
  const many = Array.from({ length: crowd.size }, () =>
    person(named(crowd.organisation), crowd.givenName, crowd.familyName, false),
  );
  const rest = Array.from({ length: size - known.length - many.length }, () => anyone(lot.of(organisations)));
  const outside = rest.splice(0, applicants).map((one) => ({ ...one, userType: /** @type {const} */ ('applicant') }));
  return [...known, ...many, ...rest, ...outside];
}

const hexadecimal = (/** @type {number} */ count) =>
  Array.from({ length: count }, () => lot.below(16).toString(16)).join('');
const id = () => `${hexadecimal(8)}-${hexadecimal(4)}-4${hexadecimal(3)}-a${hexadecimal(3)}-${hexadecimal(12)}`;
const lines = everybody().map((one) => JSON.stringify({ id: id(), ...one }));
await writeFile(new URL('../../resources/demo-people.json', import.meta.url), `[\n${lines.join(',\n')}\n]\n`);
console.log(`${lines.length} persons written`);
