import { createTurns } from '../turns/turns.js';

/** The operating system's clipboard, which every program on the machine can read. */
export interface Clipboard {
  write(text: string): Promise<void>;
  read(): Promise<string>;
  clear(): Promise<void>;
}

export interface BriefClipboard {
  /** Copies for 30 seconds; answers until when. */
  copy(text: string, now: Date): Promise<Date>;
  /** Clears what was copied now, unless something else was copied meanwhile. */
  clearCopied(): Promise<void>;
}

const clearAfter = 30_000;

/** Holds a value for 30 seconds and no longer than the call. A clipboard that cannot be reached has nothing of ours to clear. */
export const createBriefClipboard = (clipboard: Clipboard): BriefClipboard => {
  // Between looking at the clipboard and clearing it nothing of ours may be copied.
  const inTurn = createTurns();
  let copied: string | null = null;
  let clearing: NodeJS.Timeout | undefined;
  const clear = async (): Promise<void> => {
    clearTimeout(clearing);
    const text = copied;
    copied = null;
    if (text === null) return;
    const held = await clipboard.read().catch(() => null);
    if (held === text) await clipboard.clear().catch(() => undefined);
  };
  const clearCopied = (): Promise<void> => inTurn(clear);
  return {
    copy: (text, now) =>
      inTurn(async () => {
        await clipboard.write(text);
        copied = text;
        clearTimeout(clearing);
        clearing = setTimeout(() => void clearCopied(), clearAfter);
        return new Date(now.getTime() + clearAfter);
      }),
    clearCopied,
  };
};
