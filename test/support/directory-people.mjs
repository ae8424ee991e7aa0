// @ts-check
import { createHash } from 'node:crypto';
import { demoPersons } from './demo-persons.mjs';
import { finnish, organisations, swedish } from './demo-names.mjs';

/** @typedef {import('./demo-persons.mjs').DemoPerson} DemoPerson */

export const size = 50_000;
export const people = 'ou=people,dc=esimerkki,dc=example';
export const accounts = 'ou=accounts,dc=ad,dc=example';

/** Whom the desk binds as in either tree, and one whom the server answers three entries at most. */
export const bindDn = 'cn=desk,dc=esimerkki,dc=example';
export const limitedDn = 'cn=limited,dc=esimerkki,dc=example';
export const password = 'salasana (ä) * 1';

/** Found by either of two addresses and two numbers. */
export const double = /** @satisfies {DemoPerson} */ ({
  ...demoPersons.complete,
  userName: 'tuplala',
  givenName: 'Taito',
  familyName: 'Tuplala',
  workEmail: 'taito.tuplala@acme.example',
  workPhone: '+358470000120',
  stationCode: 'HKI-777',
});
export const second = { workEmail: 'tuplala@beta.example', workPhone: '047 0000121' };

const base64 = (/** @type {string | Buffer} */ value) => Buffer.from(value).toString('base64');
const time = (/** @type {number} */ days) =>
  `${new Date(Date.now() - days * 86_400_000).toISOString().replace(/\D/g, '').slice(0, 14)}Z`;
/** 100 ns since 1601. */
const windowsTime = (/** @type {number} */ days) =>
  String((BigInt(Date.now() - days * 86_400_000) + 11_644_473_600_000n) * 10_000n);

/** An entry as LDIF (RFC 2849). @param {string} dn @param {Record<string, string | Buffer | (string | Buffer)[] | undefined>} attributes */
function entry(dn, attributes) {
  const lines = Object.entries(attributes).flatMap(([name, values]) =>
    (values === undefined ? [] : [values].flat()).map((value) => `${name}:: ${base64(value)}`),
  );
  return `dn:: ${base64(dn)}\n${lines.join('\n')}\n\n`;
}

/** @param {DemoPerson} one @param {object} [more] */
const person = (one, more) =>
  entry(`uid=${one.userName},${people}`, {
    objectClass: ['inetOrgPerson', 'deskSubject'],
    cn: `${one.givenName} ${one.familyName}`,
    givenName: one.givenName,
    sn: one.familyName,
    uid: one.userName,
    mail: one.workEmail,
    telephoneNumber: one.workPhone,
    stationCode: one.stationCode,
    o: one.organisation,
    employeeType: one.userType ?? 'customer',
    useGoesOn: one.endedDaysAgo === undefined ? 'TRUE' : 'FALSE',
    useRestricted: one.restricted ? 'TRUE' : undefined,
    useEndedAt: one.endedDaysAgo === undefined ? undefined : time(one.endedDaysAgo),
    phoneChangedAt: one.phoneChangedDaysAgo === undefined ? undefined : time(one.phoneChangedDaysAgo),
    emailChangedAt: one.emailChangedDaysAgo === undefined ? undefined : time(one.emailChangedDaysAgo),
    ...more,
  });

/** ACCOUNTDISABLE and NORMAL_ACCOUNT, as an administrator's tool sets them. */
const control = { on: '512', off: '514' };

/** @param {DemoPerson} one @param {object} [more] */
const account = (one, more) =>
  entry(`cn=${one.givenName} ${one.familyName} ${one.userName},${accounts}`, {
    objectClass: 'user',
    cn: `${one.givenName} ${one.familyName} ${one.userName}`,
    givenName: one.givenName,
    sn: one.familyName,
    sAMAccountName: one.userName,
    userPrincipalName: `${one.userName}@ad.example`,
    mail: one.workEmail,
    telephoneNumber: one.workPhone,
    company: one.organisation,
    employeeType: one.userType ?? 'customer',
    userAccountControl: one.endedDaysAgo === undefined ? control.on : control.off,
    accountExpires: '9223372036854775807',
    objectGUID: createHash('md5').update(one.userName).digest(),
    ...more,
  });

/** An account that nobody has disabled, but whose time is over. */
export const expired = /** @satisfies {DemoPerson} */ ({
  ...demoPersons.complete,
  givenName: 'Veera',
  familyName: 'Vanhentunut',
  userName: 'vvanhen',
  workEmail: 'veera.vanhentunut@acme.example',
  workPhone: '+358470000122',
});

const names = [finnish, swedish];

/** Somebody, always the same of that number. @param {number} number @returns {DemoPerson} */
function somebody(number) {
  const { given, family } = names[number % 7 === 0 ? 1 : 0] ?? finnish;
  const [organisation = '', domain = ''] = organisations[(number * 31) % organisations.length] ?? [];
  return {
    givenName: given[(number * 13) % given.length] ?? '',
    familyName: family[(number * 17) % family.length] ?? '',
    userName: `h${String(number).padStart(6, '0')}`,
    workEmail: `h${String(number).padStart(6, '0')}@${domain}`,
    workPhone: `+35847${String(1_000_000 + number)}`,
    organisation,
    ...(number % 3 === 0 && { stationCode: `HKI-${number}` }),
    ...(number % 11 === 0 && { endedDaysAgo: number % 700 }),
  };
}

const top = (/** @type {string} */ dc) =>
  entry(`dc=${dc},dc=example`, { objectClass: ['dcObject', 'organization'], dc, o: dc });
const unit = (/** @type {string} */ dn) => entry(dn, { objectClass: 'organizationalUnit', ou: dn.split(/[=,]/)[1] });
const role = (/** @type {string} */ dn) =>
  entry(dn, {
    objectClass: ['organizationalRole', 'simpleSecurityObject'],
    cn: dn.split(/[=,]/)[1],
    userPassword: password,
  });

/**
 * The people as LDIF, one text for each of the two trees: 50,000 entries of inetOrgPerson, and the demo people as Active Directory has them.
 * @param {readonly DemoPerson[]} demo @param {string} elsewhere an LDAP URL to which one entry refers
 */
export function ldif(demo, elsewhere) {
  const rest = Array.from({ length: size - demo.length - 6 }, (_, index) => person(somebody(index)));
  const referral = entry(`ou=elsewhere,${people}`, {
    objectClass: ['referral', 'extensibleObject'],
    ou: 'elsewhere',
    ref: elsewhere,
  });
  return [
    [
      top('esimerkki'),
      unit(people),
      role(bindDn),
      role(limitedDn),
      referral,
      ...demo.map((one) => person(one)),
      person(double, {
        mail: [double.workEmail, second.workEmail],
        telephoneNumber: [double.workPhone, second.workPhone],
      }),
      ...rest,
    ].join(''),
    [
      top('ad'),
      unit(accounts),
      ...demo.map((one) => account(one)),
      account(expired, { accountExpires: windowsTime(2) }),
    ].join(''),
  ];
}
