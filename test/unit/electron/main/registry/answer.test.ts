import { describe, expect, it } from 'vitest';
import { scimSchema } from '../../../../../electron/main/policy/registry-schema.js';
import { readAnswer } from '../../../../../electron/main/registry/answer.js';
import { listOf, soundUser } from '../../../../support/scim-answers.mjs';
import { registryPolicy } from '../../../../support/registry-policy.js';
import { subjectExtension } from '../../../../support/scim-people.mjs';

const mapping = registryPolicy('https://registry.example').attributes;
const query = { by: 'userName', value: 'mvirta' } as const;
const read = (body: unknown) => readAnswer(body, query, mapping);
const readUser = (changes: object) => read(listOf([{ ...soundUser(), ...changes }]));
const invalid = { ok: false, error: { code: 'registry-invalid' } };
const first = (answer: ReturnType<typeof read>) =>
  answer.ok && answer.value !== 'too-many' ? answer.value[0] : undefined;

describe('an answer', () => {
  it('is read by the mapping', () => {
    expect(read(listOf([soundUser()]))).toMatchObject({
      ok: true,
      value: [{ givenName: 'Maija', workPhone: '+358470000101', restricted: false }],
    });
  });

  describe('of somebody with two work e-mails and two work phones', () => {
    const two = {
      emails: [
        { type: 'work', value: 'maija@second.example' },
        { type: 'home', value: 'maija@home.example' },
        { type: 'work', value: 'maija@primary.example', primary: true },
      ],
      phoneNumbers: [
        { type: 'work', value: '+358 47 000 0101', primary: true },
        { type: 'work', value: '047 000 0199' },
      ],
    };
    const ask = (by: 'workEmail' | 'workPhone', value: string) =>
      readAnswer(listOf([{ ...soundUser(), ...two }]), { by, value }, mapping);

    it.each([
      ['workEmail', 'maija@primary.example'],
      ['workEmail', 'Maija@Second.example'],
      ['workPhone', '+358470000101'],
      ['workPhone', '+358470000199'],
    ] as const)('is found by any of them (%s %s), and the primary one is what is shown and called', (by, value) => {
      expect(first(ask(by, value))).toMatchObject({
        workEmail: 'maija@primary.example',
        workPhone: '+358470000101',
        others: { workEmail: ['maija@second.example'], workPhone: ['+358470000199'] },
      });
    });

    it('is not found by one of another type, and one that is not sound makes the whole answer invalid', () => {
      expect(ask('workEmail', 'maija@home.example')).toEqual(invalid);
      const emails = [...two.emails, { type: 'work', value: 'mai\nja@second.example' }];
      expect(readUser({ emails })).toEqual(invalid);
    });

    it('has the first where none is primary', () => {
      const emails = two.emails.map(({ type, value }) => ({ type, value }));
      expect(first(readUser({ emails }))).toMatchObject({
        workEmail: 'maija@second.example',
        others: { workEmail: ['maija@primary.example'] },
      });
    });
  });

  it('may be empty', () => {
    expect(read(listOf([]))).toEqual({ ok: true, value: [] });
    expect(read({ schemas: listOf([]).schemas, totalResults: 0 })).toEqual({ ok: true, value: [] });
  });

  it('is too many by what it says or by what it holds', () => {
    expect(read(listOf([soundUser()], { totalResults: 6 }))).toEqual({ ok: true, value: 'too-many' });
    const six = Array.from({ length: 6 }, (_, index) => ({ ...soundUser(), id: String(index) }));
    expect(read(listOf(six, { totalResults: 1 }))).toEqual({ ok: true, value: 'too-many' });
  });

  it.each<[string, unknown]>([
    ['nothing', null],
    ['a list', []],
    ['a text', 'ok'],
    ['another schema', listOf([], { schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'] })],
    ['no count', listOf([], { totalResults: undefined })],
    ['a count that is text', listOf([], { totalResults: '0' })],
    ['a count of more than it holds', listOf([soundUser()], { totalResults: 2 })],
    ['resources that are no list', listOf([], { Resources: {} })],
    ['a resource that is no object', listOf(['mvirta'])],
    ['the same id twice', listOf([soundUser(), { ...soundUser(), userName: 'other' }])],
    ['the same person twice', listOf([soundUser(), { ...soundUser(), id: 'other' }])],
  ])('that is %s is invalid', (_what, body) => {
    expect(read(body)).toEqual(invalid);
  });

  it.each<[string, object]>([
    ['no id', { id: undefined }],
    ['an id that is a number', { id: 7 }],
    ['no user name', { userName: undefined }],
    ['an empty user name', { userName: '  ' }],
    ['no name', { name: undefined }],
    ['half a name', { name: { givenName: 'Maija' } }],
    ['a name that is a list', { name: { givenName: ['Maija'], familyName: 'Virtanen' } }],
    ['no organisation', { 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': {} }],
    ['no word on being active', { active: undefined }],
    ['active as text', { active: 'true' }],
    ['restricted as text', { [subjectExtension]: { restricted: 'no' } }],
    ['a time that is none', { [subjectExtension]: { phoneChangedAt: 'yesterday' } }],
    ['an e-mail that is an object', { emails: [{ type: 'work', value: { address: 'x' } }] }],
    ['a control character', { name: { givenName: 'Mai\u0000ja', familyName: 'Virtanen' } }],
    ['a line break', { name: { givenName: 'Maija\nVirtanen', familyName: 'Virtanen' } }],
    ['a line separator', { name: { givenName: 'Maija\u2028', familyName: 'Virtanen' } }],
    ['half a character', { name: { givenName: 'Maija\ud800', familyName: 'Virtanen' } }],
    ['a name without end', { name: { givenName: 'M'.repeat(501), familyName: 'Virtanen' } }],
    ['a name of marks alone', { name: { givenName: '\u200b\u202e', familyName: 'Virtanen' } }],
    ['somebody else', { userName: 'other' }],
  ])('with %s is invalid', (_what, changes) => {
    expect(readUser(changes)).toEqual(invalid);
  });

  it.each([
    '\u202aMaija\u202c',
    '\u2067Maija\u2069',
    'Ma\u200bija',
    '\u200eMaija\u200f',
    '\u061cMaija',
    '\ufeffMaija',
    'Mai\u00adja',
  ])('has the invisible characters of %j taken out', (givenName) => {
    expect(first(readUser({ name: { givenName, familyName: 'Virtanen' } }))?.givenName).toBe('Maija');
  });

  it('takes what is missing but not needed as null', () => {
    const bare = { emails: undefined, phoneNumbers: [], [subjectExtension]: undefined };
    expect(first(readUser(bare))).toMatchObject({ workEmail: null, workPhone: null, restricted: false, endedAt: null });
  });

  it('takes the value of the mapped type, the primary one before others', () => {
    const emails = [
      { type: 'home', value: 'h@x.example' },
      { type: 'Work', value: 'a@x.example' },
      { type: 'work', value: 'b@x.example', primary: true },
    ];
    expect(first(readUser({ emails }))?.workEmail).toBe('b@x.example');
  });

  it('does not mind the case of attribute names', () => {
    const { name, ...rest } = soundUser();
    const body = listOf([{ ...rest, Name: { GIVENNAME: name.givenName, familyname: name.familyName } }]);
    expect(read(body)).toMatchObject({ ok: true });
  });

  it('keeps a phone that is no number as it is', () => {
    expect(first(readUser({ phoneNumbers: [{ type: 'work', value: 'ask the switchboard' }] }))?.workPhone).toBe(
      'ask the switchboard',
    );
  });

  it('follows paths into extension schemas', () => {
    const { attributes } = scimSchema.parse({
      kind: 'scim',
      url: 'https://registry.example',
      attributes: { userName: 'urn:example:2.0:User:account.login', workPhone: 'phoneNumbers.value' },
    });
    const body = listOf([{ ...soundUser(), 'urn:example:2.0:User': { account: { login: 'M-1' } } }]);
    expect(readAnswer(body, { by: 'userName', value: 'm-1' }, attributes)).toMatchObject({
      ok: true,
      value: [{ userName: 'M-1', workPhone: '+358470000101' }],
    });
  });
});
