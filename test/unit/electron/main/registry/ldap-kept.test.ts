import { describe, expect, it } from 'vitest';
import { checkPolicy } from '../../../../../electron/main/policy/check.js';
import { keptFields } from '../../../../../electron/main/registry/ldap-kept.js';
import { claimSpellings } from '../../../../../electron/main/registry/ldap-spellings.js';
import { demoWithoutPost } from '../../../../support/policy.mjs';

const demo = JSON.parse(demoWithoutPost) as typeof import('../../../../../resources/demo-policy.json');

const { support, 'access-reset': reset } = demo.purposes;
const kept = (purposes: object) => {
  const checked = checkPolicy(JSON.stringify({ ...demo, purposes }));
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  return [...keptFields(checked.policy)].sort();
};

describe('what stays in the directory', () => {
  it('is what no purpose shows and no call-back needs', () => {
    expect(kept({ support })).toEqual(['stationCode', 'workEmail', 'workPhone']);
    expect(kept({ support, 'access-reset': reset })).toEqual(['stationCode']);
  });

  it.each([
    ['shown', { ...support, show: ['stationCode'] }, ['workEmail', 'workPhone']],
    ['shown with a mask', { ...support, showMasked: ['workEmail'] }, ['stationCode', 'workPhone']],
    [
      'called for one of several ways',
      { ...support, accept: [{ factors: 1, of: 'medium' }] },
      ['stationCode', 'workEmail'],
    ],
    ['called', { ...support, factors: 2 }, ['stationCode', 'workEmail']],
    ['called for its points', { ...support, points: 3 }, ['stationCode', 'workEmail']],
    ['called for its strength', { ...support, strongest: 'medium' }, ['stationCode', 'workEmail']],
  ])('is not what is %s', (_what, purpose, fields) => {
    expect(kept({ support: purpose })).toEqual(fields);
  });
});

describe('a claim', () => {
  it('is asked in every spelling that would be right', () => {
    expect(claimSpellings('stationCode', ' hki204')).toEqual(['hki204', 'hki 204', 'hki-204']);
    expect(claimSpellings('workEmail', ' Maija.Virtanen@ACME.example ')).toEqual(['maija.virtanen@acme.example']);
    expect(claimSpellings('workPhone', '047 0000101')).toContain('tel:+358-47-0000101');
  });

  it.each([
    ['workPhone', 'mvirta'],
    ['workPhone', ''],
    ['workEmail', ' '],
    ['stationCode', '\ud800'],
    ['stationCode', 'HKI\n204'],
  ] as const)('for %s of %j asks nothing', (field, claim) => expect(claimSpellings(field, claim)).toEqual([]));
});
