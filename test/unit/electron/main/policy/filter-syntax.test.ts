import { describe, expect, it } from 'vitest';
import { parseFilter, type SearchFilter } from '../../../../../electron/main/policy/filter-syntax.js';

describe('a scope', () => {
  it.each<[string, SearchFilter]>([
    ['(uid=mvirta)', { kind: 'equal', attribute: 'uid', value: 'mvirta' }],
    ['(uid=)', { kind: 'equal', attribute: 'uid', value: '' }],
    ['(2.5.4.3=a=b)', { kind: 'equal', attribute: '2.5.4.3', value: 'a=b' }],
    ['(o=Ä \\c3\\84 \\28\\2a\\29\\5c)', { kind: 'equal', attribute: 'o', value: 'Ä Ä (*)\\' }],
    ['(mail=*)', { kind: 'present', attribute: 'mail' }],
    ['(age>=18)', { kind: 'greater', attribute: 'age', value: '18' }],
    ['(age<=18)', { kind: 'less', attribute: 'age', value: '18' }],
    ['(cn~=maija)', { kind: 'approximate', attribute: 'cn', value: 'maija' }],
    [
      '(userAccountControl:1.2.840.113556.1.4.803:=2)',
      { kind: 'rule', attribute: 'userAccountControl', rule: '1.2.840.113556.1.4.803', value: '2' },
    ],
    [
      '(&(a=1)(|(b=2)(!(c=3))))',
      {
        kind: 'and',
        of: [
          { kind: 'equal', attribute: 'a', value: '1' },
          {
            kind: 'or',
            of: [
              { kind: 'equal', attribute: 'b', value: '2' },
              { kind: 'not', of: { kind: 'equal', attribute: 'c', value: '3' } },
            ],
          },
        ],
      },
    ],
  ])('%s is read', (text, filter) => {
    expect(parseFilter(text)).toEqual(filter);
  });

  it.each([
    ...['', 'uid=mvirta', '(uid=mvirta', 'uid=mvirta)', '((uid=mvirta))', '(uid=mvirta)(uid=x)', '(uid=mvirta) '],
    ...[
      '(&)',
      '(|)',
      '(!)',
      '(!(a=1)(b=2))',
      '(&(a=1)',
      '(&(a=1)b=2)',
      '()',
      '(=x)',
      '(uid)',
      '(u id=x)',
      '(uid;lang-fi=x)',
    ],
    ...[
      '(uid=m*)',
      '(uid=*m)',
      '(uid>=*)',
      '(uid=\\2)',
      '(uid=\\zz)',
      '(uid=\\ff)',
      '(uid=(x)',
      '(uid=a\0b)',
      '(uid=\n)',
    ],
    ...['(uid:=x)', '(:dn:=x)', '(uid:1.2:=*)', `${'(!'.repeat(30)}(a=1)${')'.repeat(30)}`, `(uid=${'\ud800'})`],
  ])('%j is refused', (text) => {
    expect(parseFilter(text)).toBeNull();
  });
});
