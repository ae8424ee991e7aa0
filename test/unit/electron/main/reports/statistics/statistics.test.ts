import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createStatistics, type Statistics } from '../../../../../../electron/main/reports/statistics/statistics.js';
import { statisticsReport } from '../../../../../../electron/main/reports/statistics/statistics-report.js';
import { entryTypes, type AuditEntry } from '../../../../../../shared/audit-entry.js';
import type { StatisticsFormat } from '../../../../../../shared/report.js';
import { ok } from '../../../../../../shared/result.js';
import { at, entryWith, story } from '../../../../../support/entries.js';

const statisticsOf = (entries: readonly AuditEntry[]): Statistics => {
  const statistics = createStatistics();
  entries.forEach(statistics.note);
  return statistics.end();
};
const figures = (entries: readonly AuditEntry[], group: string): Record<string, number> =>
  Object.fromEntries(
    statisticsOf(entries).figures.flatMap((each) => (each.group === group ? [[each.item, each.value] as const] : [])),
  );

const call = (reference: string, ...steps: readonly Partial<AuditEntry>[]): Partial<AuditEntry>[] => [
  { type: 'call.started', call: reference, purpose: 'support' },
  ...steps.map((step) => ({ call: reference, ...step })),
  { type: 'call.closed', call: reference, outcome: 'resolved' },
];
const lookUp = (outcome: string): Partial<AuditEntry>[] => [
  { type: 'lookup.requested' },
  { type: 'lookup.answered', outcome },
];
const choose = (subject: string): Partial<AuditEntry> => ({ type: 'subject.chosen', subject });

describe('statistics', () => {
  test('count calls by purpose and by outcome', () => {
    const entries = story(...call('a'), ...call('b').map((step) => ({ ...step, outcome: 'escalated' })));
    expect(figures(entries, 'calls-by-purpose')).toEqual({ support: 2 });
    expect(figures(entries, 'calls-by-outcome')).toEqual({ resolved: 1, escalated: 1 });
  });

  test('tell lookups by what came of them, those that nothing came of, and those after which nobody was chosen', () => {
    const several = [{ type: 'lookup.answered', outcome: 'found' } as const];
    const entries = story(
      ...call('a', ...lookUp('found'), ...several, choose('p')),
      ...call('b', ...lookUp('none'), ...lookUp('found')),
      ...call('c', { type: 'lookup.requested' }),
      ...call('d', { type: 'lookup.requested' }).slice(0, 2),
    );
    expect(figures(entries, 'lookups')).toEqual({
      ...{ requested: 5, found: 2, none: 1 },
      ...{ unanswered: 2, 'found-without-choice': 1 },
    });
  });

  test('tell by factor what came of proofs, and bypasses, locks and flags', () => {
    const entries = story(
      { type: 'claims.compared', outcome: 'match' },
      { type: 'factor.finished', outcome: 'call-back', reason: 'not-reached' },
      { type: 'factor.finished', outcome: 'call-back', reason: 'not-reached' },
      { type: 'bypass.asked' },
      { type: 'call.bypassed' },
      { type: 'subject.locked', outcome: 'locked' },
      { type: 'flag.raised', reason: 'own-record' },
    );
    expect(figures(entries, 'factors')).toEqual({ 'call-back+not-reached': 2, 'facts+match': 1 });
    expect(figures(entries, 'bypasses')).toEqual({ asked: 1, done: 1 });
    expect(figures(entries, 'locks')).toEqual({ locked: 1 });
    expect(figures(entries, 'flags')).toEqual({ 'own-record': 1 });
  });

  test('tell how many persons were called about how often, and none of them', () => {
    const often = Array.from({ length: 6 }, (_, nth) => call(`often-${nth}`, ...lookUp('found'), choose('often')));
    const entries = story(
      ...often.flat(),
      ...call('x', choose('once')),
      ...call('y', choose('twice')),
      ...call('z', choose('twice')),
    );
    expect(figures(entries, 'repeats')).toEqual({ 1: 1, 2: 1, '5-or-more': 1 });
    expect(JSON.stringify(statisticsOf(entries))).not.toMatch(/often-|once|twice/);
  });

  test('tell how long it takes until a caller is verified, once in a call', () => {
    const verified = (reference: string, seconds: number): Partial<AuditEntry>[] => [
      { type: 'call.started', call: reference, time: at({}) },
      { type: 'call.verified', call: reference, time: at({ minutes: seconds / 60 }) },
      { type: 'call.verified', call: reference, time: at({ hours: 2 }) },
    ];
    const entries = story(...verified('a', 30), ...verified('b', 60), ...verified('c', 90));
    expect(figures(entries, 'time-to-verify')).toEqual({ calls: 3, median: 60, p90: 90 });
    expect(figures([], 'time-to-verify')).toEqual({ calls: 0 });
  });

  test('count no drill', () => {
    const drilled = story(...call('a', ...lookUp('found'))).map((entry) => ({ ...entry, drill: true as const }));
    expect(statisticsOf(drilled).figures).toEqual([{ group: 'time-to-verify', item: 'calls', value: 0 }]);
  });

  test('are the same whoever the agents are, and name none of them, nor a person, a ticket or a desk', () => {
    const reference = fc.constantFrom('a', 'b', null);
    const entry = fc.record({
      type: fc.constantFrom(...entryTypes),
      call: reference,
      subject: fc.constantFrom('pseudonym-1', 'pseudonym-2', null),
      outcome: fc.constantFrom('found', 'none', null),
      agent: fc.constantFrom('agent-veikko', 'agent-irmeli'),
    });
    fc.assert(
      fc.property(fc.array(entry), (steps) => {
        const hidden = { ticket: 'ticket-1', desk: 'desk-veikko', role: 'role-1' };
        const entries = story(...steps.map((step) => ({ ...step, ...hidden })));
        const ours = JSON.stringify(statisticsOf(entries));
        expect(ours).toBe(JSON.stringify(statisticsOf(entries.map((each) => ({ ...each, agent: 'another' })))));
        expect(ours).not.toMatch(/agent-|pseudonym-|ticket-|desk-|role-/);
      }),
    );
  });
});

describe('the file of statistics', () => {
  const entries = [...story(...call('a', ...lookUp('found'))), entryWith({ seq: 6, time: at({ days: 1 }) })];
  const audit = { head: 6, page: async (after: number, limit: number) => ok(entries.slice(after, after + limit)) };
  const written = async (format: StatisticsFormat, from: string | null) => {
    const parts: string[] = [];
    const making = { write: async (text: string | Uint8Array) => void parts.push(String(text)), goesOn: () => true };
    const made = await statisticsReport(audit, format, from)(making);
    return { text: parts.join(''), made };
  };

  test('is a table, or JSON with the span it is of', async () => {
    expect((await written('csv', null)).text).toContain('"lookups","found","1"\r\n');
    expect(JSON.parse((await written('json', null)).text)).toMatchObject({
      ...{ report: 'tunniste.statistics', version: 1, from: at({}), to: at({ days: 1 }) },
    });
  });

  test('counts from the day that is asked for', async () => {
    const { text, made } = await written('json', at({ days: 1 }).slice(0, 10));
    expect(made).toEqual({ ok: true, value: 1 });
    expect(JSON.parse(text)).toMatchObject({ from: at({ days: 1 }) });
  });
});
