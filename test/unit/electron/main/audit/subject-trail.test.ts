import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { disk } from '../../../../../electron/main/audit/durable-file.js';
import { createSubjectTrail } from '../../../../../electron/main/audit/subject-trail.js';
import { reportPlace, type ReportPlace } from '../../../../support/report-place.js';

const [one, other] = ['person-1', 'person-2'];
let place: ReportPlace;
beforeEach(async () => void (place = await reportPlace()));
afterEach(() => place.end());

const lookUp = (id: string, identifier = 'x') =>
  place.about(id, { type: 'lookup.answered', call: 'AAAA-0001', sealed: { identifier } });
const keyOf = (id: string) => place.keys.subjectKeys().get(place.keys.subjectName(id) ?? '') ?? null;
const about = async (pseudonym: string, key = keyOf(one), goesOn = () => true) => {
  const found = await createSubjectTrail(disk, place.folder).about(pseudonym, key, goesOn);
  return found.ok ? found.value : found;
};
const seqsOf = (found: Awaited<ReturnType<typeof about>>): unknown =>
  Array.isArray(found) ? found.map(({ seq }: { seq: number }) => seq) : found;

describe('what stands about a person', () => {
  test('is found under every month’s pseudonym, by any of them, and nothing of anybody else', async () => {
    const first = await lookUp(one);
    await lookUp(other);
    place.setNow('2026-12-02T10:00:00.000Z');
    const second = await lookUp(one);
    await lookUp(other);
    await place.about(one, { type: 'field.revealed', call: 'AAAA-0002' });
    expect(first.subject).not.toBe(second.subject);
    for (const { subject } of [first, second]) expect(seqsOf(await about(subject ?? ''))).toEqual([1, 3, 5]);
  });

  test('goes on over the end of a month in a call, and not to another candidate of the same search', async () => {
    place.setNow('2026-11-30T23:59:00.000Z');
    const step = { type: 'lookup.answered', call: 'AAAA-0001', sealed: { identifier: 'x' } } as const;
    const { subject } = await place.about(one, step);
    await place.about(other, step);
    await place.about(one, { type: 'subject.chosen', call: 'AAAA-0001' });
    place.setNow('2026-12-01T00:00:01.000Z');
    await place.about(one, { type: 'field.revealed', call: 'AAAA-0001' });
    expect(seqsOf(await about(subject ?? ''))).toEqual([1, 3, 4]);
    place.setNow('2026-12-31T23:59:00.000Z');
    await place.about(other, { ...step, call: 'AAAA-0002' });
    await place.about(one, { ...step, call: 'AAAA-0002' });
    place.setNow('2027-01-01T00:00:01.000Z');
    await place.about(other, { type: 'subject.chosen', call: 'AAAA-0002' });
    expect(seqsOf(await about(subject ?? ''))).toEqual([1, 3, 4, 6]);
  });

  test('comes with what is sealed in it', async () => {
    const { subject } = await lookUp(one, 'mvirta');
    expect(await about(subject ?? '')).toMatchObject([{ opened: { identifier: 'mvirta' } }]);
  });

  test('is what stands under the one pseudonym when the key is gone', async () => {
    const { subject } = await lookUp(one);
    place.setNow('2026-12-02T10:00:00.000Z');
    await lookUp(one);
    const found = await about(subject ?? '', null);
    expect(found).toMatchObject([{ seq: 1, opened: null }]);
  });

  test('is told by the entry itself, never by what somebody typed', async () => {
    const { subject } = await lookUp(one);
    await place.about(other, { type: 'call.started', ticket: `","subject":"${subject}"` });
    expect(seqsOf(await about(subject ?? ''))).toEqual([1]);
  });

  test('is left where it is when nobody wants it any more, and when the journal cannot be read', async () => {
    const { subject } = await lookUp(one);
    expect(seqsOf(await about(subject ?? '', null, () => false))).toEqual([1]);
    const gone = createSubjectTrail(disk, `${place.folder}-gone`);
    expect(await gone.about('x', null, () => true)).toEqual({ ok: false, error: { code: 'audit-unavailable' } });
  });
});
