import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allMatch, matches } from '../../../../../electron/main/call/claims.js';
import { fields, type Field } from '../../../../../shared/subject.js';
import { subjectWith } from '../../../../support/subjects.js';

const subject = subjectWith();

describe('a claim matches', () => {
  it.each<[Field, string]>([
    ['name', 'Åsa-Märta af Björkskär'],
    ['name', 'asa märta AF BJORKSKAR'],
    ['name', 'af Björkskär, Åsa-Märta'],
    ['name', '  Björkskär   af  Åsa Märta '],
    ['userName', ' ASA.Bjorkskar '],
    ['workEmail', 'Asa-Marta.Bjorkskar @ BETA.example'],
    ['workPhone', '047 000 0102'],
    ['workPhone', '+358 (0)47 0000102'],
    ['stationCode', 'vsa 011'],
    ['stationCode', 'VSA011'],
    ['organisation', 'Påhittade Båtar'],
    ['organisation', 'oy påhittade båtar ab'],
    ['organisation', 'PAHITTADEBATAR AB'],
  ])('%s however it is said: %s', (field, claim) => {
    expect(matches(subject, field, claim)).toBe(true);
  });
});

describe('somebody with several work e-mails and phones', () => {
  const several = subjectWith({ others: { workEmail: ['asa@second.example'], workPhone: ['+358470000199'] } });

  it.each<[Field, string]>([
    ['workEmail', 'asa-marta.bjorkskar@beta.example'],
    ['workEmail', ' ASA@second.example'],
    ['workPhone', '047 000 0102'],
    ['workPhone', '047 000 0199'],
  ])('may say any of them: %s %s', (field, claim) => {
    expect(matches(several, field, claim)).toBe(true);
  });

  it('may not say one of another field, or none', () => {
    for (const claim of ['047 000 0199', '', 'asa@third.example'])
      expect(matches(several, 'workEmail', claim)).toBe(false);
  });
});

describe('a claim does not match', () => {
  it.each<[Field, string]>([
    ['name', 'Åsa af Björkskär'],
    ['name', 'Åsa-Märta Björkskär'],
    ['userName', 'asa.bjorkskär'],
    ['userName', 'asabjorkskar'],
    ['workEmail', 'asa-märta.bjorkskar@beta.example'],
    ['workEmail', 'asa-marta.bjorkskar@beta.example.org'],
    ['workPhone', '047 000 0103'],
    ['workPhone', '0102'],
    ['stationCode', 'VSA-01'],
    ['organisation', 'Påhittade'],
    ['organisation', 'Ab'],
  ])('%s that is another: %s', (field, claim) => {
    expect(matches(subject, field, claim)).toBe(false);
  });

  it.each(fields)('%s when nothing was said', (field) => {
    for (const claim of ['', ' ', '-', '\u0000']) expect(matches(subject, field, claim)).toBe(false);
  });

  it.each(['workEmail', 'workPhone', 'stationCode'] as const)('%s that the registry does not have', (field) => {
    const without = subjectWith({ [field]: null });
    for (const claim of ['', 'null', 'undefined', '-', '0']) expect(matches(without, field, claim)).toBe(false);
  });

  it('a phone in the registry that is no number', () => {
    const odd = subjectWith({ workPhone: 'ask the switchboard' });
    expect(matches(odd, 'workPhone', 'ask the switchboard')).toBe(false);
  });

  it.each(['active', 'ended', 'true', 'voimassa'])('status: %s', (claim) => {
    expect(matches(subject, 'status', claim)).toBe(false);
  });
});

describe('a set of claims', () => {
  const right = {
    name: 'Åsa-Märta af Björkskär',
    workEmail: 'asa-marta.bjorkskar@beta.example',
    organisation: 'Påhittade Båtar',
  };
  const compare = ['name', 'workEmail', 'organisation'] as const;

  it('matches when all do', () => {
    expect(allMatch(subject, compare, right)).toBe(true);
  });

  it.each(compare)('does not match when %s is wrong or missing', (field) => {
    expect(allMatch(subject, compare, { ...right, [field]: 'wrong' })).toBe(false);
    expect(allMatch(subject, compare, { ...right, [field]: '' })).toBe(false);
  });

  it('of nothing does not match', () => {
    expect(allMatch(subject, [], right)).toBe(false);
  });

  it('is looked at whole, whatever the first claim says', () => {
    const looked: string[] = [];
    const watched = new Proxy(subject, {
      get: (target, key) => {
        looked.push(String(key));
        return Reflect.get(target, key) as unknown;
      },
    });
    allMatch(watched, compare, { ...right, name: 'wrong' });
    expect(looked).toEqual(expect.arrayContaining(['givenName', 'workEmail', 'organisation']));
  });
});

describe('normalising', () => {
  /** Words a Finnish name may hold, not company forms. */
  const word = fc
    .stringMatching(/^[A-Za-zÅÄÖåäö]{2,12}$/)
    .filter((text) => !/^(?:oy|ab|oyj|abp|ry|rf|ky|kb|tmi|osk|oyab|aboy)$/i.test(text));
  const spoken = (text: string) =>
    fc.constantFrom(text, text.toUpperCase(), text.toLowerCase(), ` ${text} `, text.normalize('NFD'));

  it('makes every way to say a name the same', () => {
    const said = fc
      .tuple(word, word)
      .chain(([given, family]) =>
        fc.tuple(fc.constant([given, family] as const), spoken(given), spoken(family), fc.boolean()),
      );
    fc.assert(
      fc.property(said, ([[givenName, familyName], given, family, turned]) => {
        const claim = turned ? `${family}, ${given}` : `${given} ${family}`;
        expect(matches(subjectWith({ givenName, familyName }), 'name', claim)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('makes no two organisations the same by their forms', () => {
    fc.assert(
      fc.property(word, word, fc.constantFrom('Oy', 'Ab', 'Oyj', 'Oy Ab'), (one, other, form) => {
        const same =
          one.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase() ===
          other.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
        expect(matches(subjectWith({ organisation: `${one} ${form}` }), 'organisation', other)).toBe(same);
      }),
      { numRuns: 2000 },
    );
  });

  it('never fails, whatever is said', () => {
    fc.assert(
      fc.property(fc.constantFrom(...fields), fc.string({ unit: 'binary', maxLength: 200 }), (field, claim) => {
        expect(typeof matches(subject, field, claim)).toBe('boolean');
      }),
      { numRuns: 2000 },
    );
  });
});
