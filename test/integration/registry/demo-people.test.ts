import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { parsePhone } from '../../../electron/main/registry/phone.js';
import { crowd, demoPersons, type DemoPerson } from '../../support/demo-persons.mjs';

let people: readonly DemoPerson[];
beforeAll(async () => {
  people = JSON.parse(await readFile('resources/demo-people.json', 'utf8')) as DemoPerson[];
});

const distinct = (values: readonly (string | undefined)[]) => new Set(values.map((value) => value?.toLowerCase())).size;
const count = (which: (person: DemoPerson) => boolean) => people.filter(which).length;

describe('the demo people', () => {
  it('are 2,000 of 40 organisations, each with an id, user name and address of their own', () => {
    expect(people.length).toBe(2000);
    expect(distinct(people.map(({ organisation }) => organisation))).toBe(40);
    for (const key of ['id', 'userName', 'workEmail'] as const)
      expect(distinct(people.map((one) => one[key]))).toBe(2000);
  });

  it('are nobody: example domains, and numbers that no network has', () => {
    for (const { workEmail, workPhone } of people) {
      expect(workEmail).toMatch(/^[a-z.0-9-]+@[a-z]+\.example$/);
      if (workPhone) expect(parsePhone(workPhone)).toMatch(/^\+3584700\d{5}$/);
    }
    const phones = people.flatMap(({ workPhone }) => (workPhone ? [parsePhone(workPhone) ?? ''] : []));
    expect(distinct(phones)).toBe(phones.length);
  });

  it('are of every kind', () => {
    expect(count(({ userType }) => userType === 'applicant')).toBe(60);
    expect(count(({ endedDaysAgo }) => endedDaysAgo !== undefined)).toBeGreaterThan(100);
    expect(count(({ restricted }) => restricted === true)).toBeGreaterThan(30);
    expect(count(({ workPhone }) => workPhone === undefined)).toBeGreaterThan(300);
    expect(count(({ phoneChangedDaysAgo = 99 }) => phoneChangedDaysAgo < 7)).toBeGreaterThan(5);
    const { givenName, familyName, organisation, size } = crowd;
    const isOfCrowd = (one: DemoPerson) =>
      one.givenName === givenName && one.familyName === familyName && one.organisation === organisation;
    expect(count(isOfCrowd)).toBe(size);
  });

  it('begin with the ones of known facts', () => {
    const known = Object.values(demoPersons);
    expect(people.slice(0, known.length)).toMatchObject(known);
  });

  it('share names across organisations', () => {
    const organisationsOf = new Map<string, Set<string>>();
    for (const { givenName, familyName, organisation } of people) {
      const name = `${givenName} ${familyName}`;
      organisationsOf.set(name, (organisationsOf.get(name) ?? new Set()).add(organisation));
    }
    expect([...organisationsOf.values()].filter(({ size }) => size > 1).length).toBeGreaterThan(50);
  });
});
