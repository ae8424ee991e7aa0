import { describe, expect, it } from 'vitest';
import { createAbandoned } from '../../../../../electron/main/call/abandoned.js';
import type { AbandonReason } from '../../../../../electron/main/call/close.js';
import type { CallUseCases } from '../../../../../electron/main/call/late-calls.js';
import type { AuditEntry } from '../../../../../shared/audit-entry.js';
import type { CallView } from '../../../../../shared/call-view.js';
import { fail, ok } from '../../../../../shared/result.js';

type Sketch = Pick<AuditEntry, 'type'> & Partial<AuditEntry>;

const time = '2026-11-22T10:00:00.000Z';
const started: Sketch = { type: 'desk.started' };
const stopped: Sketch = { type: 'desk.stopped' };
const began: Sketch = { type: 'call.started', call: 'AAAA-BBBB', time };
const closed = (outcome: string, reason: string | null = null): Sketch => ({
  ...{ type: 'call.closed', call: 'AAAA-BBBB', time },
  ...{ outcome, reason },
});

const journalOf = (entries: readonly Sketch[], opens = true) => ({
  first: 1,
  head: entries.length,
  open: () => Promise.resolve(opens ? ok(undefined) : fail('audit-damaged')),
  page: (after: number, limit: number) =>
    Promise.resolve(
      ok(entries.map((entry, index) => ({ seq: index + 1, ...entry }) as AuditEntry).slice(after, after + limit)),
    ),
});

const now = () => new Date('2026-11-23T08:00:00.000Z');

describe('the word about a call that nobody closed', () => {
  it.each<[string, Sketch[], object | null]>([
    [
      'the window was closed',
      [started, began, closed('abandoned', 'window-closed'), stopped],
      { reason: 'window-closed', at: time },
    ],
    ['the desk was quit', [started, began, closed('abandoned', 'quit'), stopped], { reason: 'quit', at: time }],
    [
      'the lock lasted too long',
      [started, began, closed('abandoned', 'locked'), stopped],
      { reason: 'locked', at: time },
    ],
    [
      'the desk ended with it, as of its last step',
      [started, began, { ...closed('abandoned', 'desk-stopped'), time: '2026-11-23T08:00:00.000Z' }],
      { reason: 'desk-stopped', at: time },
    ],
    ['the agent closed it', [started, began, closed('resolved'), stopped], null],
    ['the agent signed out of it', [started, began, closed('abandoned', 'signed-out'), stopped], null],
    ['it was told at the start before', [started, began, closed('abandoned', 'quit'), stopped, started, stopped], null],
    [
      'another came after it',
      [started, began, closed('abandoned', 'locked'), began, closed('resolved'), stopped],
      null,
    ],
    ['it was a drill', [started, began, { ...closed('abandoned', 'quit'), drill: true }, stopped], null],
    ['there was none', [started, stopped], null],
    ['there is no journal yet', [], null],
  ])('is told at the next start when %s', async (_how, entries, told) => {
    const abandoned = createAbandoned(now);
    await abandoned.lookBack(journalOf(entries));
    expect(abandoned.view()).toEqual(told);
  });

  it('is not looked for in a journal that does not open', async () => {
    const abandoned = createAbandoned(now);
    await abandoned.lookBack(journalOf([started, began, closed('abandoned', 'quit')], false));
    expect(abandoned.view()).toBeNull();
  });

  const open = (isOpen = true) => {
    let call = isOpen ? ({} as CallView) : null;
    const startCall = () => Promise.resolve(call ? fail('call-open') : ok((call = {} as CallView)));
    const calls = {
      handlers: { startCall },
      view: () => call,
      abandon: () => Promise.resolve(void (call = null)),
      putAway: () => Promise.resolve(),
    } as unknown as CallUseCases;
    const abandoned = createAbandoned(now);
    return { abandoned, calls: abandoned.watching(calls) };
  };

  it.each<[AbandonReason, object | null]>([
    ['window-crashed', { reason: 'window-crashed', at: '2026-11-23T08:00:00.000Z' }],
    ['locked', { reason: 'locked', at: '2026-11-23T08:00:00.000Z' }],
    ['signed-out', null],
    ['another-agent', null],
  ])('is told in the run that it happens in, to the agent who did not do it: %s', async (reason, told) => {
    const { abandoned, calls } = open();
    await calls.abandon(reason);
    expect(abandoned.view()).toEqual(told);
  });

  it('is not told where there was no call, and no more once another has begun', async () => {
    const without = open(false);
    await without.calls.abandon('window-crashed');
    expect(without.abandoned.view()).toBeNull();
    const { abandoned, calls } = open();
    const call = { purpose: 'support', ticket: '', callerNumber: '' };
    await calls.handlers.startCall(call);
    await calls.abandon('window-crashed');
    expect(abandoned.view()).not.toBeNull();
    await calls.handlers.startCall(call);
    expect(abandoned.view()).toBeNull();
  });
});
