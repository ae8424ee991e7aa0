import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createBriefClipboard } from '../../../../../electron/main/call/clipboard.js';

beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-11-22T10:00:00Z') }));
afterEach(() => void vi.useRealTimers());

const open = () => {
  const system = { text: 'something of the agent’s', fails: false };
  const reach = async <T>(what: () => T): Promise<T> => {
    if (system.fails) throw new Error('the clipboard is held by another program');
    return what();
  };
  const brief = createBriefClipboard({
    write: (text) => reach(() => void (system.text = text)),
    read: () => reach(() => system.text),
    clear: () => reach(() => void (system.text = '')),
  });
  return { system, brief };
};

describe('a copied value', () => {
  it('is cleared after 30 seconds, and not before', async () => {
    const { system, brief } = open();
    expect(await brief.copy('value', new Date())).toEqual(new Date('2026-11-22T10:00:30Z'));
    await vi.advanceTimersByTimeAsync(29_999);
    expect(system.text).toBe('value');
    await vi.advanceTimersByTimeAsync(1);
    expect(system.text).toBe('');
  });

  it('is cleared before its time when the call is over or the desk locks', async () => {
    const { system, brief } = open();
    await brief.copy('value', new Date());
    await brief.clearCopied();
    expect(system.text).toBe('');
  });

  it('leaves alone what somebody copied meanwhile, then and later', async () => {
    const { system, brief } = open();
    await brief.copy('value', new Date());
    system.text = 'a note of the agent’s';
    await brief.clearCopied();
    expect(system.text).toBe('a note of the agent’s');
    system.text = 'value';
    await vi.advanceTimersByTimeAsync(60_000);
    expect(system.text).toBe('value');
  });

  it('has 30 seconds of its own, whatever was copied before it', async () => {
    const { system, brief } = open();
    await brief.copy('first', new Date());
    await vi.advanceTimersByTimeAsync(20_000);
    await brief.copy('second', new Date());
    await vi.advanceTimersByTimeAsync(29_999);
    expect(system.text).toBe('second');
    await vi.advanceTimersByTimeAsync(1);
    expect(system.text).toBe('');
  });

  it('is not lost to the clearing of the one before it', async () => {
    const { system, brief } = open();
    await brief.copy('first', new Date());
    await Promise.all([brief.clearCopied(), brief.copy('second', new Date())]);
    expect(system.text).toBe('second');
  });

  it('that was never copied is never cleared', async () => {
    const { system, brief } = open();
    await brief.clearCopied();
    expect(system.text).toBe('something of the agent’s');
  });

  it('in a clipboard that cannot be reached stops nothing', async () => {
    const { system, brief } = open();
    await brief.copy('value', new Date());
    system.fails = true;
    await expect(brief.clearCopied()).resolves.toBeUndefined();
    await expect(brief.copy('next', new Date())).rejects.toThrow();
    system.fails = false;
    await brief.copy('later', new Date());
    expect(system.text).toBe('later');
  });
});
