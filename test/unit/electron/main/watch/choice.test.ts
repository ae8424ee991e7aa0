import { describe, expect, it } from 'vitest';
import { Withheld } from '../../../../../electron/main/audit/disclosure.js';
import { rulesOfChoice } from '../../../../../electron/main/watch/choice.js';
import { subjectWith } from '../../../../support/subjects.js';

const nobody = { userName: null, email: null, familyName: null };
const subject = new Withheld(subjectWith());

describe('choosing a subject', () => {
  it.each([
    ['one’s own user name', { userName: 'asa.bjorkskar' }, ['own-record']],
    ['in other case', { userName: 'Asa.Bjorkskar' }, ['own-record']],
    ['one’s own e-mail', { email: 'ASA-MARTA.bjorkskar@beta.example' }, ['own-record']],
    [
      'one’s own record is of one’s own name',
      { userName: 'asa.bjorkskar', familyName: 'af Björkskär' },
      ['own-record'],
    ],
    ['one’s surname', { userName: 'other', familyName: 'Af Björkskär' }, ['same-surname']],
    ['one’s surname as others type it', { familyName: 'AF BJORKSKAR' }, ['same-surname']],
    ['another surname', { familyName: 'Björk' }, []],
    ['a person of whom nothing is known', {}, []],
    ['an empty name matches nothing', { userName: '', email: '', familyName: ' ' }, []],
  ])('%s', (_name, person, expected) => {
    expect(rulesOfChoice({ ...nobody, ...person }, subject)).toEqual(expected);
  });

  it('one’s own e-mail is one’s own wherever it stands among several', () => {
    const several = new Withheld(subjectWith({ others: { workEmail: ['aino@esimerkki.example'] } }));
    expect(rulesOfChoice({ ...nobody, email: 'Aino@esimerkki.example' }, several)).toEqual(['own-record']);
  });

  it('without an e-mail on either side is nobody’s own', () => {
    expect(rulesOfChoice(nobody, new Withheld(subjectWith({ workEmail: null })))).toEqual([]);
  });
});
