import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRefusals } from '../../../../../electron/main/audit/refusals.js';
import type { Step } from '../../../../../electron/main/audit/audit-log.js';
import { fail, ok } from '../../../../../shared/result.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const minute = 60_000;

const open = () => {
  const steps: Step[] = [];
  let full = false;
  const refusals = createRefusals((step) => {
    if (full) return Promise.resolve(fail('disk-low'));
    steps.push(step);
    return Promise.resolve(ok({ seq: steps.length }));
  });
  const refuse = async (times: number, more: Partial<Step> = {}): Promise<void> => {
    const step = { type: 'operation.refused', fields: ['revealField'], reason: 'not-verified', ...more } as const;
    for (let time = 0; time < times; time++) await refusals.record(step);
  };
  const outcomes = () => steps.map(({ outcome }) => outcome ?? null);
  return { ...refusals, steps, refuse, outcomes, fill: (next: boolean) => void (full = next) };
};
const plain = (times: number): null[] => Array.from({ length: times }, () => null);

describe('refusals', () => {
  it('each have their entry, up to ten a minute', async () => {
    const { refuse, outcomes } = open();
    await refuse(10);
    await vi.advanceTimersByTimeAsync(minute);
    await refuse(10);
    expect(outcomes()).toEqual(plain(20));
  });

  it('beyond that are said to go on, and told by their number when the minute is over', async () => {
    const { refuse, outcomes, steps } = open();
    await refuse(5000);
    expect(outcomes()).toEqual([...plain(10), 'goes-on']);
    await vi.advanceTimersByTimeAsync(minute);
    expect(outcomes()).toEqual([...plain(10), 'goes-on', 'repeated:4990']);
    expect(steps.at(-1)).toMatchObject({ type: 'operation.refused', fields: ['revealField'], reason: 'not-verified' });
    await vi.advanceTimersByTimeAsync(10 * minute);
    expect(steps).toHaveLength(12);
  });

  it('are counted for each operation, reason and call by itself', async () => {
    const { refuse, outcomes } = open();
    await refuse(11);
    await refuse(1, { fields: ['copyField'] });
    await refuse(1, { reason: 'field-not-allowed' });
    await refuse(1, { call: 'AAAA-BBBB' });
    expect(outcomes()).toEqual([...plain(10), 'goes-on', null, null, null]);
  });

  it('that were only counted are told before the desk stops', async () => {
    const { refuse, outcomes, flush } = open();
    await refuse(12);
    await flush();
    expect(outcomes().at(-1)).toBe('repeated:2');
    await flush();
    expect(outcomes()).toHaveLength(12);
  });

  it('that could not be told when their minute was over are told when they can be', async () => {
    const { refuse, outcomes, fill } = open();
    await refuse(12);
    fill(true);
    await vi.advanceTimersByTimeAsync(minute);
    await refuse(3);
    fill(false);
    await vi.advanceTimersByTimeAsync(minute);
    expect(outcomes()).toEqual([...plain(10), 'goes-on', 'repeated:5']);
  });
});
