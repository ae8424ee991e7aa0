import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { catalogues, type Language } from '../../renderer/messages/languages.js';
import { stop } from '../support/run.mjs';

interface Answer {
  readonly id: number;
  readonly result?: { readonly result: { readonly value?: unknown }; readonly exceptionDetails?: unknown };
}

/** Milliseconds to wait for what has to come. */
const patience = 20_000;

/** The installed desk, driven through Node's debugger alone: no argument is given, and the page is not opened to anybody. */
export const openInstalled = async (
  [file = '', ...args]: readonly string[],
  where: { readonly env: NodeJS.ProcessEnv; readonly cwd: string },
  isStarted: () => Promise<boolean>,
) => {
  const child = spawn(file, args, { ...where, stdio: 'pipe' });
  let complaint = '';
  child.stderr.on('data', (part: Buffer) => (complaint += part.toString()));
  await until('the desk has started', isStarted);
  child.kill('SIGUSR1');
  await until('the debugger listens', async () => /ws:\S+/.test(complaint));
  const socket = new WebSocket(/ws:\S+/.exec(complaint)?.[0] ?? '');
  await once(socket, 'open');
  const waiting = new Map<number, (answer: Answer) => void>();
  socket.addEventListener('message', ({ data }) => {
    const answer = JSON.parse(String(data)) as Answer;
    waiting.get(answer.id)?.(answer);
  });
  let asked = 0;
  /** In main, where `window` is the desk's. */
  const inMain = async (body: string): Promise<unknown> => {
    const id = ++asked;
    const expression = `(async () => { const { BrowserWindow } = process.mainModule.require('electron');
      const contents = BrowserWindow.getAllWindows()[0].webContents; ${body} })()`;
    const answered = new Promise<Answer>((resolve) => waiting.set(id, resolve));
    socket.send(
      JSON.stringify({
        id,
        method: 'Runtime.evaluate',
        params: { expression, awaitPromise: true, returnByValue: true },
      }),
    );
    const { result } = await answered;
    if (!result || result.exceptionDetails) throw new Error(JSON.stringify(result?.exceptionDetails));
    return result.result.value;
  };
  const inPage = (code: string) => inMain(`return contents.executeJavaScript(${JSON.stringify(code)})`);
  const isSo = (condition: string) =>
    until(condition, async () => (await inPage(`Boolean(${condition})`)) === true).catch(async (cause: unknown) => {
      throw new Error(`The page says: ${String(await inPage('document.body.innerText'))}`, { cause });
    });
  return {
    words: async () => catalogues[(await inPage('document.documentElement.lang')) as Language],
    inPage,
    isSo,
    focused: (selector: string) => isSo(`document.activeElement?.matches(${JSON.stringify(selector)})`),
    shows: (text: string) => isSo(`document.body.innerText.includes(${JSON.stringify(text)})`),
    type: (text: string) => inMain(`await contents.insertText(${JSON.stringify(text)})`),
    press: (key: string, modifiers: readonly string[] = []) =>
      inMain(
        `contents.focus(); for (const event of ${JSON.stringify(strokeOf(key, modifiers))}) contents.sendInputEvent(event)`,
      ),
    close: async () => {
      socket.close();
      await stop(child);
    },
  };
};

/** What a finger does to a key; what it writes comes in between. */
const strokeOf = (keyCode: string, modifiers: readonly string[]) => {
  const written = { type: 'char', keyCode: keyCode === 'Enter' ? '\r' : keyCode };
  const down = { type: 'keyDown', keyCode, modifiers };
  return [down, ...(modifiers.length === 0 ? [written] : []), { ...down, type: 'keyUp' }];
};

/** Asks again until it is so. */
const until = async (what: string, isSo: () => Promise<boolean>): Promise<void> => {
  const deadline = Date.now() + patience;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`Waited in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};
