import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { lateCalls } from '../../../../../electron/main/call/late-calls.js';
import { openCallDesk, support, type CallDesk } from '../../../../support/call-desk.js';

describe('the use cases of calls, read late', () => {
  let desk: CallDesk;
  beforeEach(async () => void (desk = await openCallDesk()));
  afterEach(() => desk.end());

  const late = () => {
    const load = vi.fn(async () => desk.calls);
    return { load, calls: lateCalls(load) };
  };

  it('serve every operation that is served without waiting', () => {
    expect(Object.keys(late().calls.handlers)).toEqual(Object.keys(desk.calls.handlers));
  });

  it('are not read for looking, abandoning or putting away: there is no call yet', async () => {
    const { load, calls } = late();
    expect(calls.view()).toBeNull();
    await calls.abandon('quit');
    await calls.putAway();
    expect(load).not.toHaveBeenCalled();
  });

  it('are read once, whoever asks at the same moment', async () => {
    const { load, calls } = late();
    await Promise.all([calls.handlers.startCall(support), calls.handlers.startCall(support)]);
    expect(load).toHaveBeenCalledOnce();
    expect(calls.view()).toMatchObject({ purpose: 'support' });
  });

  it('an ending that comes while they are read ends the call that was asked for', async () => {
    const { calls } = late();
    const starting = calls.handlers.startCall(support);
    const ending = calls.abandon('quit');
    expect((await starting).ok).toBe(true);
    await ending;
    expect(calls.view()).toBeNull();
    expect((await desk.entries()).at(-1)).toMatchObject({ type: 'call.closed', outcome: 'abandoned', reason: 'quit' });
  });
});
