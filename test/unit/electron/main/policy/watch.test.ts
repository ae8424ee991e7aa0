import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkPolicy } from '../../../../../electron/main/policy/check.js';

const demo = JSON.parse(readFileSync('resources/demo-policy.json', 'utf8')) as object;
const pathsOf = (changes: object): string[] => {
  const checked = checkPolicy(JSON.stringify({ ...demo, ...changes }));
  return checked.ok ? [] : checked.problems.map(({ path, kind }) => `${path} ${kind}`);
};
const text = { fi: 'F', sv: 'S', en: 'E' };

describe('the watch, the budget and the notice in a policy', () => {
  it('have the thresholds that are described where a policy says nothing', () => {
    const checked = checkPolicy(JSON.stringify({ ...demo, watch: undefined, limits: undefined }));
    expect(checked).toMatchObject({
      ok: true,
      policy: {
        limits: { lookupsPerHour: 60, lookupsPerDay: 300, extensionLookups: 15 },
        watch: {
          repeatDays: 7,
          searchesWithoutSelection: 5,
          failedCompares: 5,
          failuresOnSubject: 3,
          hours: { from: '06:00', to: '22:00', days: [1, 2, 3, 4, 5, 6, 7] },
        },
      },
    });
  });

  it.each([
    ['an hour that no clock shows', { watch: { hours: { from: '25:00' } } }, 'watch.hours.from wrong-value'],
    ['an hour without its zero', { watch: { hours: { to: '6:00' } } }, 'watch.hours.to wrong-value'],
    ['an eighth day', { watch: { hours: { days: [8] } } }, 'watch.hours.days.0 wrong-value'],
    [
      'a time zone that is none',
      { watch: { hours: { timeZone: 'Europe/Tampere' } } },
      'watch.hours.timeZone wrong-value',
    ],
    ['a threshold of none', { watch: { failedCompares: 0 } }, 'watch.failedCompares wrong-value'],
    ['a budget of none', { limits: { lookupsPerHour: 0 } }, 'limits.lookupsPerHour wrong-value'],
    ['a rule nobody knows', { watch: { slowAgents: 3 } }, 'watch.slowAgents unknown-key'],
    [
      'a notice in two languages',
      { notice: { version: '1', text: { fi: 'F', sv: 'S' } } },
      'notice.text.en missing-key',
    ],
    ['a notice without a version', { notice: { text } }, 'notice.version missing-key'],
  ])('refuse %s', (_name, changes, problem) => expect(pathsOf(changes)).toEqual([problem]));

  it('accept hours over midnight, in a time zone, and a notice', () => {
    const hours = { from: '22:00', to: '06:00', days: [1, 2, 3, 4, 5], timeZone: 'Europe/Helsinki' };
    expect(pathsOf({ watch: { hours }, notice: { version: '2026-03', text } })).toEqual([]);
  });
});
