import { readFileSync } from 'node:fs';
import type { Subject } from '../../../electron/main/registry/subject.js';
import { folded } from '../../../electron/main/registry/folding.js';
import type { Registry } from '../../../electron/main/registry/registry.js';
import type { IdentifierKind } from '../../../shared/subject.js';
import { subjectWith } from '../subjects.js';

const person = (number: number, givenName: string, familyName: string, change: Partial<Subject> = {}): Subject =>
  subjectWith({
    id: `subject-id-${number}`,
    givenName,
    familyName,
    userName: `tun7nus${number}${familyName.toLowerCase()}`,
    workEmail: `pos7ti${number}.${familyName.toLowerCase()}@kanaria.example`,
    workPhone: `+35847000010${number}`,
    stationCode: `ASEMA-${number}Q7`,
    organisation: 'Kanaria Oy',
    ...change,
  });

/** When the runs begin: soon a month ends, and with it everybody's pseudonym. */
export const begins = Date.parse('2026-11-30T20:00:00Z');

/** The registry: two of one name, and one for each way in which a person is not like the others. */
export const people: readonly Subject[] = [
  person(0, 'Kanarianna', 'Lintuvuori'),
  person(1, 'Tuulimari', 'Selkämeri'),
  person(2, 'Tuulimari', 'Selkämeri', { userName: 'tun7nus2kaima', workEmail: 'pos7ti2.kaima@kanaria.example' }),
  person(3, 'Ilpomatti', 'Luuriton', { workPhone: null, stationCode: null, emailChangedAt: '2026-11-28T08:00:00Z' }),
  person(4, 'Vaihdokki', 'Numeroinen', { phoneChangedAt: '2026-11-29T08:00:00Z' }),
  person(5, 'Kieltomaija', 'Rajanen', { restricted: true }),
  person(6, 'Entisulla', 'Poislähtö', { active: false, endedAt: '2026-10-01T00:00:00Z' }),
  person(7, 'Johtopekka', 'Ylätaso', { privileged: true }),
];

/** Approves of everybody but of themselves. */
export const approver = 'pos7ti0.lintuvuori@kanaria.example';

/** What a leak of anybody would hold, even behind a mask: all values of one kind begin alike, and names have nothing in common. */
export const marks: readonly string[] = [
  ...['subject-id-', 'tun7nus', 'pos7ti', '35847000010', 'ASEMA-'],
  ...new Set(people.flatMap(({ givenName, familyName }) => [givenName, familyName])),
];

/** What somebody's own device shows; the verifier alone knows whose it is. */
export const passwordOf = (account: string): string =>
  String(100_000 + people.findIndex(({ userName }) => userName === account));

/** What an agent types to find somebody; null where the registry has no such value. */
export const identifierOf = (by: IdentifierKind, who: Subject): string | null =>
  by === 'name' ? `${who.givenName} ${who.familyName}` : who[by];

const sameText = (one: string | null, other: string): boolean => one !== null && folded(one) === folded(other);

/** Whom an exact search finds. */
export const foundBy = (by: IdentifierKind, text: string): readonly Subject[] =>
  people.filter((who) => sameText(identifierOf(by, who), text));

/** The registry as the desk asks it. */
export const peopleFor = (query: Parameters<Registry['search']>[0]): readonly Subject[] =>
  foundBy(query.by, query.by === 'name' ? query.names.join(' ') : query.value);

const demo = readFileSync(new URL('../../../resources/demo-policy.json', import.meta.url), 'utf8');
type Json = Record<string, object>;

/**
 * The purposes that are shipped, three that may be bypassed, two that ask what no other does, people for whom more is asked, and a provider of
 * second agents.
 * @param seenAlone whether an agent's own word is enough that they saw a person
 */
export const policyText = (raisedThreat: boolean, seenAlone: boolean): string => {
  const shipped = JSON.parse(demo) as { purposes: Json; limits: object; allowedHosts: string[] } & Json;
  const { support, 'access-reset': reset, disclose } = shipped.purposes;
  const among = ['email-code', 'sms-code', 'in-person'];
  return JSON.stringify({
    ...shipped,
    raisedThreat,
    allowedHosts: [...shipped.allowedHosts, 'login.example'],
    signIn: { kind: 'oidc', issuer: 'https://login.example', clientId: 'desk', roles: { support: ['agent'] } },
    session: { absoluteHours: 24 },
    purposes: {
      ...shipped.purposes,
      support: { ...support, bypass: true },
      'access-reset': { ...reset, bypass: true },
      disclose: { ...disclose, bypass: true },
      handover: { ...support, compare: ['stationCode', 'userName'], showMasked: ['stationCode'], verifiedMinutes: 60 },
      // Points alone keep two signals out, and not every way of enough strength will do.
      advice: { ...support, points: 7, show: ['stationCode'], accept: [{ factors: 1, of: 'signal', among }] },
    },
    populations: [
      { id: 'leaders', who: { privileged: true }, factors: 3 },
      { id: 'harbour', who: { organisations: ['kanaria OY'] }, purposes: ['handover'], strongest: 'medium' },
    ],
    factors: {
      ...shipped['factors'],
      inPerson: { secondAgent: !seenAlone },
      approval: { contacts: { 'KANARIA OY': approver } },
    },
    limits: { ...shipped.limits, lookupsPerHour: 9, lookupsPerDay: 15, extensionLookups: 3 },
  });
};
