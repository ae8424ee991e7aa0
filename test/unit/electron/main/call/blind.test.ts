import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Claims, InPlace } from '../../../../../electron/main/registry/registry.js';
import type { AuditEntry } from '../../../../../shared/audit-entry.js';
import type { Result } from '../../../../../shared/result.js';
import { canary, chosen, openCallDesk, rightFacts, wrongFacts, type CallDesk } from '../../../../support/call-desk.js';

let desk: CallDesk;
afterEach(() => desk.end());

/** A registry that keeps the work e-mail to itself. */
const open = async (answer: (claims: Claims) => Result<boolean>) => {
  const asked: Claims[] = [];
  const inPlace: InPlace = {
    fields: new Set(['workEmail']),
    compare: (_subject, claims) => {
      asked.push(claims);
      return Promise.resolve(answer(claims));
    },
  };
  desk = await openCallDesk({ subjects: [{ ...canary, workEmail: null }], inPlace });
  await chosen(desk);
  return asked;
};
const yes = () => ({ ok: true, value: true }) as const;
const no = () => ({ ok: true, value: false }) as const;
const compared = async () => (await desk.entries()).filter(({ type }) => type === 'claims.compared');

describe('comparing where the values are', () => {
  it('asks the registry for what it keeps and nothing else', async () => {
    const asked = await open(yes);
    expect(await desk.compareClaims(rightFacts)).toMatchObject({ ok: true, value: { compared: 'match' } });
    expect(asked).toEqual([{ workEmail: canary.workEmail }]);
  });

  it('says no for the whole set, whichever side says no, and asks both sides all the same', async () => {
    for (const [answer, facts] of [
      [no, rightFacts.claims],
      [yes, { ...rightFacts.claims, organisation: 'Muu Oy' }],
      [no, { ...wrongFacts.claims, organisation: 'Muu Oy' }],
    ] as const) {
      const asked = await open(answer);
      const said = await desk.compareClaims({ claims: facts });
      expect(said).toMatchObject({ ok: true, value: { compared: 'no-match', wrongAnswersLeft: 2 } });
      expect(asked).toHaveLength(1);
      if (answer !== no || facts.organisation !== 'Muu Oy') await desk.end();
    }
  });

  it('that cannot be done is a typed failure on record, and no wrong answer', async () => {
    let isDown = true;
    await open(() => (isDown ? { ok: false, error: { code: 'registry-unreachable' } } : yes()));
    expect(await desk.compareClaims(rightFacts)).toEqual({ ok: false, error: { code: 'registry-unreachable' } });
    expect(await compared()).toMatchObject([{ outcome: 'failed', reason: 'registry-unreachable' }]);
    expect(desk.calls.view()).toMatchObject({ compared: null, wrongAnswersLeft: 3 });
    isDown = false;
    expect(await desk.compareClaims(rightFacts)).toMatchObject({ ok: true, value: { compared: 'match' } });
  });

  it('is on record, durably, with the fields and no claim, before the registry is asked', async () => {
    let before: readonly AuditEntry[] = [];
    const inPlace: InPlace = {
      fields: new Set(['workEmail']),
      compare: async () => {
        before = await desk.entries();
        return yes();
      },
    };
    desk = await openCallDesk({ inPlace });
    await chosen(desk);
    await desk.compareClaims(rightFacts);
    expect(before.at(-1)).toMatchObject({ type: 'comparison.requested', fields: ['workEmail'], outcome: null });
    expect(before.at(-1)?.subject).toBe(before.find(({ type }) => type === 'subject.chosen')?.subject);
  });

  it('where nothing is kept is recorded once, with its answer', async () => {
    desk = await openCallDesk();
    await chosen(desk);
    await desk.compareClaims(rightFacts);
    expect((await desk.entries()).map(({ type }) => type)).not.toContain('comparison.requested');
  });

  it('that cannot be recorded is not asked', async () => {
    const asked = await open(yes);
    vi.spyOn(desk.audit, 'record').mockResolvedValue({ ok: false, error: { code: 'disk-low' } });
    expect(await desk.compareClaims(rightFacts)).toEqual({ ok: false, error: { code: 'disk-low' } });
    expect(asked).toEqual([]);
  });

  it.each(['mayDisclose', 'record'] as const)(
    'a lock that comes during %s lets nobody ask the registry',
    async (step) => {
      const asked = await open(yes);
      const real = desk.audit[step] as (...given: unknown[]) => Promise<never>;
      vi.spyOn(desk.audit, step).mockImplementationOnce(async (...given: unknown[]) => {
        const answer = await real(...given);
        desk.lock();
        return answer;
      });
      expect(await desk.compareClaims(rightFacts)).toEqual({ ok: false, error: { code: 'desk-locked' } });
      expect(asked).toEqual([]);
      expect((await compared()).at(-1)).toMatchObject({ outcome: 'failed', reason: 'desk-locked' });
    },
  );

  it('can be stopped before the registry was asked', async () => {
    let signal: AbortSignal | null = null;
    const inPlace: InPlace = {
      fields: new Set(['workEmail']),
      compare: (_subject, _claims, given) => {
        signal = given;
        return Promise.resolve({ ok: false, error: { code: 'search-cancelled' } });
      },
    };
    desk = await openCallDesk({ inPlace });
    await chosen(desk);
    const real = desk.audit.mayDisclose;
    vi.spyOn(desk.audit, 'mayDisclose').mockImplementationOnce(async () => {
      expect(await desk.calls.handlers.cancelSearch()).toEqual({ ok: true, value: { cancelled: true } });
      return real();
    });
    expect(await desk.compareClaims(rightFacts)).toEqual({ ok: false, error: { code: 'search-cancelled' } });
    expect(signal).toMatchObject({ aborted: true });
  });

  it('can be stopped as a search can', async () => {
    let stopped: AbortSignal | null = null;
    const inPlace: InPlace = {
      fields: new Set(['workEmail']),
      compare: (_subject, _claims, signal) =>
        new Promise((resolve) => {
          stopped = signal;
          signal.addEventListener('abort', () => resolve({ ok: false, error: { code: 'search-cancelled' } }));
        }),
    };
    desk = await openCallDesk({ inPlace });
    await chosen(desk);
    const comparing = desk.compareClaims(rightFacts);
    await expect.poll(() => stopped).not.toBeNull();
    await desk.calls.handlers.cancelSearch();
    expect(await comparing).toEqual({ ok: false, error: { code: 'search-cancelled' } });
    expect(desk.room.search).toBeNull();
  });
});
