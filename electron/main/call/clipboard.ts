/** The operating system's clipboard, which every program on the machine can read. */
export interface Clipboard {
  write(text: string): Promise<void>;
  read(): Promise<string>;
  clear(): Promise<void>;
}

const clearAfter = 30_000;

const clearIfStill = async (clipboard: Clipboard, text: string): Promise<void> => {
  if ((await clipboard.read()) === text) await clipboard.clear();
};

/** Copies, and clears after 30 seconds unless something else was copied meanwhile. Answers when. */
export const copyBriefly = async (clipboard: Clipboard, text: string, now: Date): Promise<Date> => {
  await clipboard.write(text);
  setTimeout(() => void clearIfStill(clipboard, text), clearAfter);
  return new Date(now.getTime() + clearAfter);
};
