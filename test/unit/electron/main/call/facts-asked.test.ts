import { afterEach, describe, expect, it } from 'vitest';
import { fields } from '../../../../../shared/subject.js';
import type { Subject } from '../../../../../electron/main/registry/subject.js';
import { canary, openCallDesk, reset, rightFacts, support, type CallDesk } from '../../../../support/call-desk.js';

let desk: CallDesk;
afterEach(() => desk.end());

const find = async (
  search: Parameters<CallDesk['findSubject']>[0],
  start = support,
  subjects: Subject[] = [canary],
) => {
  desk = await openCallDesk({ subjects });
  await desk.startCall(start);
  await desk.findSubject(search);
  return desk.chooseCandidate({ number: 1 });
};
const mail = canary.workEmail ?? '';

describe('what was searched by', () => {
  it.each([
    ['a user name', { by: 'userName', identifier: 'canary7f3a', organisation: '' }, ['workEmail', 'organisation']],
    ['an address', { by: 'workEmail', identifier: mail, organisation: '' }, ['organisation', 'userName']],
    ['a phone', { by: 'workPhone', identifier: '+358470000199', organisation: '' }, ['workEmail', 'organisation']],
    [
      'a name and an organisation',
      { by: 'name', identifier: 'Kanarianna Lintuvuori', organisation: 'Kanaria' },
      ['workEmail', 'userName'],
    ],
  ] as const)('is not asked again: %s', async (_what, search, compare) => {
    expect(await find(search)).toMatchObject({ ok: true, value: { compare } });
  });

  it('is not proof where it was the only fact', async () => {
    const found = await find({ by: 'workEmail', identifier: mail, organisation: '' }, reset);
    expect(found).toMatchObject({ ok: true, value: { compare: ['userName'] } });
    expect(await desk.compareClaims({ claims: { workEmail: mail } })).toMatchObject({
      ok: false,
      error: { code: 'claims-missing' },
    });
    expect(await desk.compareClaims({ claims: { userName: canary.userName } })).toMatchObject({
      ok: true,
      value: { compared: 'match' },
    });
    const compared = (await desk.entries()).find(({ type }) => type === 'claims.compared');
    expect(compared?.fields).toEqual(['userName', 'phoneChangedAt', 'emailChangedAt']);
  });

  it('said again and again proves nothing: when there is not as much else to ask, it is a wrong answer', async () => {
    const number = '+358470000199';
    await find({ by: 'workPhone', identifier: number, organisation: '' });
    const again = () => desk.compareClaims({ claims: Object.fromEntries(fields.map((field) => [field, number])) });
    expect(await again()).toMatchObject({ ok: true, value: { compare: ['userName', 'name'], wrongAnswersLeft: 3 } });
    expect(await again()).toMatchObject({ ok: true, value: { compared: 'no-match', wrongAnswersLeft: 2 } });
    expect(await desk.compareClaims({ claims: {} })).toMatchObject({ ok: false, error: { code: 'claims-missing' } });
  });

  it('said again for another purpose is not passed by what was proven for the first', async () => {
    await find({ by: 'userName', identifier: 'canary7f3a', organisation: '' });
    await desk.compareClaims(rightFacts);
    const asked = await desk.changePurpose({ purpose: 'end-of-use' });
    expect(asked).toMatchObject({ ok: true, value: { compare: ['name'] } });
    const again = { claims: Object.fromEntries(fields.map((field) => [field, 'canary7f3a'])) };
    expect(await desk.compareClaims(again)).toMatchObject({
      ok: true,
      value: { compared: 'no-match', wrongAnswersLeft: 2 },
    });
  });

  it('said again under another name asks for something else: nothing is compared, counted or recorded', async () => {
    const own = { ...canary, userName: mail };
    await find({ by: 'userName', identifier: mail, organisation: '' }, support, [own]);
    const before = (await desk.entries()).length;
    const asked = await desk.compareClaims({
      claims: { workEmail: ` ${mail.toUpperCase()}`, organisation: 'Kanaria' },
    });
    expect(asked).toMatchObject({
      ok: true,
      value: {
        ...{ step: 'comparing', compared: null, repeated: ['workEmail'], wrongAnswersLeft: 3 },
        compare: ['organisation', 'workPhone'],
      },
    });
    expect(await desk.entries()).toHaveLength(before);
    const claims = { organisation: 'Kanaria', workPhone: '047 0000199' };
    expect(await desk.compareClaims({ claims })).toMatchObject({ ok: true, value: { step: 'verified' } });
  });

  it('tells nothing of the record: the same happens when the address on file is another', async () => {
    await find({ by: 'userName', identifier: 'other@kanaria.example', organisation: '' });
    const claims = { workEmail: 'other@kanaria.example', organisation: 'Kanaria' };
    expect(await desk.compareClaims({ claims })).toMatchObject({ ok: true, value: { repeated: ['workEmail'] } });
  });

  it('is forgotten with the next search', async () => {
    await find({ by: 'workEmail', identifier: mail, organisation: '' });
    await desk.findSubject({ by: 'userName', identifier: canary.userName, organisation: '' });
    await desk.chooseCandidate({ number: 1 });
    expect(await desk.compareClaims(rightFacts)).toMatchObject({ ok: true, value: { step: 'verified' } });
  });
});
