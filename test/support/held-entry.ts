import type { ElectronApplication } from '@playwright/test';
import type { EntryType } from '../../shared/audit-entry.js';

interface Holding {
  readonly reached: Promise<void>;
  release(): void;
}

/** The disk takes its time over the journal's next entry of that type: written it is, durable only once it is released. */
export const holdEntry = async (electron: ElectronApplication, type: EntryType) => {
  await electron.evaluate(async (_electron, mark) => {
    const { open } = process.mainModule?.require('node:fs/promises') as typeof import('node:fs/promises');
    const any = await open(process.execPath);
    const files = Object.getPrototypeOf(any) as { write: (bytes: unknown, ...rest: unknown[]) => Promise<unknown> };
    await any.close();
    const { write } = files;
    let reach = (): void => undefined;
    let release = (): void => undefined;
    const reached = new Promise<void>((resolve) => (reach = resolve));
    const released = new Promise<void>((resolve) => (release = resolve));
    files.write = function (this: { datasync?: () => Promise<void> }, bytes, ...rest) {
      if (bytes instanceof Uint8Array && Buffer.from(bytes).includes(mark)) {
        files.write = write;
        this.datasync = async () => {
          Reflect.deleteProperty(this, 'datasync');
          reach();
          await released;
          return this.datasync?.();
        };
      }
      return write.call(this, bytes, ...rest);
    };
    Object.assign(globalThis, { holding: { reached, release } });
  }, `"type":"${type}"`);
  return {
    /** Done when the entry waits for the disk. */
    reached: () => electron.evaluate(() => (globalThis as unknown as { holding: Holding }).holding.reached),
    release: () => electron.evaluate(() => (globalThis as unknown as { holding: Holding }).holding.release()),
  };
};
