import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { shell } from 'electron';

/** Starts a program with the address as its one argument, and does not wait for its end. */
const start = async (program: string, url: string): Promise<void> => {
  const child = spawn(program, [url], { stdio: 'ignore', detached: true });
  await once(child, 'spawn');
  child.unref();
};

/**
 * Opens an address in the system's browser, or with the program that stands in for it. Rejects when nothing takes it.
 * @param program null for the system's browser
 */
export const createBrowserOpener =
  (program: string | null) =>
  async (url: string): Promise<void> => {
    const { protocol, hostname } = new URL(url);
    // SECURITY: (15) only a web page goes to the system, encrypted or of this machine; the caller has checked whose it is.
    if (protocol !== 'https:' && !(protocol === 'http:' && hostname === '127.0.0.1'))
      throw new Error('not a page to open');
    await (program === null ? shell.openExternal(url) : start(program, url));
  };
