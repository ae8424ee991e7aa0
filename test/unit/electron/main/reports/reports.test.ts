import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { disk, growFile } from '../../../../../electron/main/audit/durable-file.js';
import type { SecondAgentAnswer } from '../../../../../electron/main/call/colleague.js';
import { fail, type ErrorCode } from '../../../../../shared/result.js';
import type { Language } from '../../../../../shared/language.js';
import { reportPlace, type ReportPlace } from '../../../../support/report-place.js';

let place: ReportPlace;
beforeEach(async () => void (place = await reportPlace()));
afterEach(() => place.end());

const refused = (code: ErrorCode) => ({ ok: false, error: { code } });
const nothingSaved = { ok: true, value: { name: null, entries: 0 } };
const call = { call: 'K7Q2-M4XD', purpose: 'access-reset', ticket: 'INC-20418' };
const saved = (): string => readFileSync(place.given.path ?? '', 'utf8');
const typesAfter = async (seq: number) => (await place.entries()).slice(seq).map(({ type }) => type);
/** Whatever was left beside what belongs there. */
const litter = (): string[] => readdirSync(place.parent).filter((name) => !['tunniste', 'keys'].includes(name));

/** A call about one person in two months; answers one of the pseudonyms. */
const twoCalls = async (): Promise<string> => {
  await place.about('one', { type: 'lookup.answered', ...call, fields: ['name'], sealed: { identifier: 'mvirta' } });
  place.setNow('2026-12-02T10:11:12.345Z');
  place.setAgent('agent-irmeli');
  await place.about('two', { type: 'lookup.answered', ...call, sealed: { identifier: 'x' } });
  const step = { type: 'lookup.answered', ...call, purpose: 'support', sealed: { identifier: 'mvirta' } } as const;
  const { subject } = await place.about('one', step);
  await place.about('one', { type: 'field.revealed', ...call, purpose: 'support', fields: ['workEmail'] });
  await place.about('one', { type: 'flag.raised', ...call, reason: 'own-record' });
  return subject ?? '';
};
const report = (subject: string, more: { withNames?: boolean; language?: Language } = {}) =>
  place.reports.saveSubjectReport({
    ...{ subject, person: 'Maija Virtanen', language: 'en', format: 'json', withNames: false },
    ...more,
  });

describe('a report to a person', () => {
  test('tells exact times and purposes of all months, and nothing of who looked, of flags, or of anybody else', async () => {
    const subject = await twoCalls();
    expect(await report(subject)).toEqual({ ok: true, value: { name: 'report', entries: 4 } });
    const { deeds, ...head } = JSON.parse(saved()) as { deeds: object[] };
    expect(head).toMatchObject({ person: 'Maija Virtanen', organisation: 'Esimerkki Oy', isWhole: true });
    expect(deeds).toMatchObject([
      { time: '2026-11-20T10:00:00.000Z', purpose: { id: 'access-reset', text: 'Access reset' } },
      { time: '2026-12-02T10:11:12.345Z', purpose: { id: 'support' }, done: { id: 'lookup.answered' } },
      { done: { id: 'field.revealed' }, fields: [{ id: 'workEmail', text: 'work e-mail' }], call: 'K7Q2-M4XD' },
      { done: { id: 'report.asked' } },
    ]);
    for (const hidden of ['agent-veikko', 'agent-irmeli', 'desk-veikko', 'own-record', 'mvirta', 'INC-20418'])
      expect(saved()).not.toContain(hidden);
  });

  test('is on record before it is made, and its hash before it is there', async () => {
    const subject = await twoCalls();
    await report(subject);
    const hash = createHash('sha256')
      .update(readFileSync(place.given.path ?? ''))
      .digest('hex');
    expect((await place.entries()).slice(5)).toMatchObject([
      { type: 'report.asked', outcome: 'subject+json', subject, call: null },
      { type: 'report.written', outcome: 'subject+json', subject, reason: `sha256:${hash}` },
    ]);
    expect(JSON.stringify(await place.entries())).not.toContain('Maija');
    expect(statSync(place.given.path ?? '').mode & 0o777).toBe(0o600);
    expect(litter()).toEqual(['report']);
  });

  for (const [language, word] of Object.entries({ fi: 'Näytettiin tukihenkilölle', sv: 'Visades för' }))
    test(`speaks ${language}`, async () => {
      const subject = await twoCalls();
      await report(subject, { language: language as Language });
      expect(saved()).toContain(word);
    });

  test('says so when the person’s other pseudonyms cannot be found any more', async () => {
    const subject = await twoCalls();
    await place.keys.dropSubjectKey(place.keys.subjectName('one') ?? '');
    await report(subject);
    const { deeds, isWhole } = JSON.parse(saved()) as { deeds: object[]; isWhole: boolean };
    expect(isWhole).toBe(false);
    expect(deeds).toHaveLength(3);
  });

  test('is refused about a pseudonym of nobody, however often it is asked for', async () => {
    await twoCalls();
    for (const nobody of ['A'.repeat(43), '","type":"x', '', 'A'.repeat(43)])
      expect(await report(nobody)).toEqual(refused('nothing-recorded'));
    expect(litter()).toEqual([]);
    expect(JSON.stringify(await place.entries())).not.toContain('"type":"x');
  });

  test('tells to whom fields were handed over', async () => {
    const { subject } = await place.about('one', {
      ...{ type: 'fields.disclosed', ...call, purpose: 'disclose', fields: ['name'] },
      sealed: { recipient: 'Helsingin poliisilaitos', basis: 'law' },
    });
    await report(subject ?? '');
    expect(JSON.parse(saved())).toMatchObject({ deeds: [{ recipient: 'Helsingin poliisilaitos' }, {}] });
  });
});

describe('a report with the names of agents', () => {
  const answering = (answer: SecondAgentAnswer) => void (place.given.ask = async () => answer);

  test('is made once somebody else has agreed, who stands in the record', async () => {
    const subject = await twoCalls();
    const asked: unknown[] = [];
    place.given.ask = async (_signal, roles) => {
      asked.push(roles, existsSync(place.given.path ?? ''));
      return { ok: true, agent: 'supervisor-aino' };
    };
    expect(await report(subject, { withNames: true })).toMatchObject({ ok: true });
    expect(asked).toEqual([['supervisor', 'privacy-officer'], false]);
    expect(JSON.parse(saved())).toMatchObject({
      deeds: [{ agent: 'agent-veikko' }, { agent: 'agent-irmeli' }, {}, {}, {}],
    });
    expect((await place.entries()).slice(5)).toMatchObject([
      { type: 'report.asked', outcome: 'subject-names+json' },
      { type: 'report.approved', agent: 'supervisor-aino', role: null },
      { type: 'report.written' },
    ]);
  });

  test('is not made when the other may not agree, whose name is sealed', async () => {
    const subject = await twoCalls();
    answering({ ...fail('second-agent-role'), agent: 'agent-nobody' });
    expect(await report(subject, { withNames: true })).toEqual(refused('second-agent-role'));
    expect((await place.entries()).slice(5)).toMatchObject([
      { type: 'report.asked' },
      { type: 'report.refused', reason: 'second-agent-role' },
      { type: 'report.dropped', reason: 'second-agent-role' },
    ]);
    expect(JSON.stringify(await place.audit.stored(0, 100))).not.toContain('agent-nobody');
    expect(litter()).toEqual([]);
  });

  test('is not made for whoever is gone when the other has agreed', async () => {
    const subject = await twoCalls();
    place.given.ask = async () => {
      place.given.refusal = { code: 'desk-locked' };
      return { ok: true, agent: 'supervisor-aino' };
    };
    expect(await report(subject, { withNames: true })).toEqual(refused('desk-locked'));
    expect(litter()).toEqual([]);
  });

  test('that is cancelled while somebody is waited for is no failure', async () => {
    const subject = await twoCalls();
    place.given.ask = (signal) =>
      new Promise((resolve) =>
        signal.addEventListener('abort', () => resolve({ ...fail('sign-in-cancelled'), agent: null })),
      );
    const making = report(subject, { withNames: true });
    await expect.poll(() => typesAfter(5)).toEqual(['report.asked']);
    expect(await place.reports.cancelReport()).toEqual({ ok: true, value: { cancelled: true } });
    expect(await making).toEqual(nothingSaved);
    expect(litter()).toEqual([]);
  });
});

describe('saving a report', () => {
  const save = () => place.reports.saveJournal({ format: 'csv', from: null });
  const failing = (code: string, at: 'append' | 'place' | 'open') => {
    const broken = (): never => {
      throw Object.assign(new Error(code), { code });
    };
    place.given.grow = async (path) => {
      if (at === 'open') broken();
      return { ...(await growFile(disk, path, `${path}.part`)), [at]: async () => broken() };
    };
  };

  test('that nobody chooses a place for is no failure, and nothing is on record', async () => {
    place.given.path = null;
    expect(await save()).toEqual(nothingSaved);
    expect(await place.entries()).toEqual([]);
  });

  for (const [code, at, answer] of [
    ['ENOSPC', 'append', 'report-disk-full'],
    ['EDQUOT', 'append', 'report-disk-full'],
    ['EIO', 'append', 'report-unwritable'],
    ['EACCES', 'open', 'report-unwritable'],
    ['EPERM', 'place', 'report-unwritable'],
  ] as const)
    test(`that ${at} fails in with ${code} leaves nothing, and says what to do`, async () => {
      failing(code, at);
      expect(await save()).toEqual(refused(answer));
      expect(litter()).toEqual([]);
      expect((await place.entries()).at(-1)).toMatchObject({ type: 'report.dropped', reason: answer });
    });

  test('stops when the desk is locked or somebody else sits there, and leaves what was there before', async () => {
    await save();
    const before = saved();
    for (const [refusal, name] of [
      ['desk-locked', 'agent-veikko'],
      [null, 'agent-irmeli'],
    ] as const) {
      place.setAgent('agent-veikko');
      place.given.grow = async (path) => {
        place.given.refusal = refusal && { code: refusal };
        place.setAgent(name);
        return growFile(disk, path, `${path}.part`);
      };
      expect(await save()).toEqual(refused(refusal ?? 'session-ended'));
      expect(saved()).toBe(before);
      expect(litter()).toEqual(['report']);
      place.given.refusal = null;
    }
  });

  test('can be cancelled while it is made, and another can be asked for then, but not before', async () => {
    place.given.grow = async (path) => {
      expect(await save()).toEqual(refused('report-under-way'));
      expect(await place.reports.cancelReport()).toEqual({ ok: true, value: { cancelled: true } });
      return growFile(disk, path, `${path}.part`);
    };
    expect(await save()).toEqual(nothingSaved);
    expect(litter()).toEqual([]);
    expect(await typesAfter(0)).toEqual(['report.asked', 'report.dropped']);
    place.given.grow = null;
    expect(await save()).toMatchObject({ ok: true, value: { entries: 3 } });
    expect(await place.reports.cancelReport()).toEqual({ ok: true, value: { cancelled: false } });
  });

  test('leaves nothing half written when the desk stops meanwhile', async () => {
    const stopped: Promise<void>[] = [];
    place.given.grow = async (path) => {
      const file = await growFile(disk, path, `${path}.part`);
      stopped.push(place.stop().then(() => expect(litter()).toEqual([])));
      return file;
    };
    expect(await save()).toEqual(nothingSaved);
    expect(await Promise.all(stopped)).toHaveLength(1);
  });

  test('does not happen unrecorded', async () => {
    await place.audit.close();
    expect(await save()).toEqual(refused('audit-not-open'));
    expect(litter()).toEqual([]);
  });

  test('leaves nothing when its end cannot be recorded', async () => {
    place.given.grow = async (path) => {
      const file = await growFile(disk, path, `${path}.part`);
      return { ...file, settle: () => place.audit.close() };
    };
    expect(await save()).toEqual(refused('audit-not-open'));
    expect(litter()).toEqual([]);
  });
});
