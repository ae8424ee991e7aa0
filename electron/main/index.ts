import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import { app, clipboard, shell, type BrowserWindow } from 'electron';
import { eventChannel } from '../../shared/contract.js';
import type { AbandonReason } from './call/close.js';
import { compose, type Desk } from './compose.js';
import { logBug } from './error-log.js';
import { serveContract } from './ipc.js';
import { places } from './places.js';
import { declareScheme, origin, readPageFiles, serveFiles } from './protocol.js';
import { createWindow } from './window.js';

const output = join(__dirname, '..');

const start = async (): Promise<void> => {
  let window: BrowserWindow | null = null;
  // Chromium takes a while to start; what does not need it is done meanwhile.
  const composing = compose({
    ...places(app, process),
    version: app.getVersion(),
    runtime: `Electron ${process.versions.electron}`,
    desk: hostname(),
    agent: userInfo().username,
    emit: (event) => window?.webContents.send(eventChannel, event),
    // SECURITY: (15) only a `tel:` URI that main made of the number on file is ever handed to the system.
    dial: (uri) => shell.openExternal(uri),
    // Electron's clipboard answers at once up to some version and by promise after it; both can be awaited.
    clipboard: {
      write: async (text) => clipboard.writeText(text),
      read: async () => clipboard.readText(),
      clear: async () => clipboard.clear(),
    },
  });
  const [desk, files] = await Promise.all([composing, readPageFiles(join(output, 'renderer')), app.whenReady()]);

  serveFiles(files);
  serveContract(desk.handlers, {
    isTrusted: ({ sender, senderFrame }) =>
      sender === window?.webContents && senderFrame === sender.mainFrame && senderFrame.origin === origin,
    onRefused: desk.onRefused,
    onBug: logBug,
  });
  window = createWindow({ preload: join(output, 'preload/index.cjs'), developing: !app.isPackaged });
  endWith(window, desk);
};

/** However the window goes, an open call is put on record as abandoned before the process ends. */
const endWith = (window: BrowserWindow, desk: Desk): void => {
  let ending = false;
  const end = async (reason: AbandonReason): Promise<void> => {
    if (ending) return;
    ending = true;
    await desk.stop(reason);
    app.exit(0);
  };
  window.on('close', (event) => {
    event.preventDefault();
    void end('window-closed');
  });
  app.on('before-quit', (event) => {
    event.preventDefault();
    void end('quit');
  });
  window.webContents.on(
    'render-process-gone',
    () => void desk.abandon('window-crashed').then(() => window.webContents.reload()),
  );
  app.on('second-instance', () => window.focus());
};

const stopOnBug = (error: unknown): void => {
  logBug('main', error);
  app.exit(70);
};

process.on('uncaughtException', stopOnBug);
process.on('unhandledRejection', stopOnBug);
// SECURITY: (4) every renderer is sandboxed, also one that a bug would open.
app.enableSandbox();
declareScheme();
if (app.requestSingleInstanceLock()) void start();
else app.exit(0);
