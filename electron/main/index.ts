import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import { app, clipboard, Menu, shell, type BrowserWindow } from 'electron';
import { eventChannel } from '../../shared/channels.js';
import { toText } from '../../shared/json-text.js';
import { arrivingLinks } from './arriving-links.js';
import { createBlanking } from './blanking.js';
import type { AbandonReason } from './call/close.js';
import { createBrowserOpener } from './browser.js';
import { readCommandLine, type Asked } from './command-line.js';
import type { Desk } from './desk.js';
import { logBug } from './error-log.js';
import { serveContract } from './ipc.js';
import { createLook, type KeptLook } from './look.js';
import { beQuiet } from './network/quiet.js';
import { osPower } from './os-power.js';
import { places } from './places.js';
import { useProfile, useThrowAway } from './profile.js';
import { declareScheme, origin, readPageFiles, serveFiles } from './protocol.js';
import { setSelfTest } from './command-setting.js';
import { isFromOurPage } from './trusted-sender.js';
import { createWindow, hasScript } from './window.js';

const output = join(__dirname, '..');

/** Opens the desk while the renderer is busy with the page; the page's first question waits for it. */
const openDesk = async (window: BrowserWindow, look: KeptLook): Promise<Desk> => {
  await hasScript(window);
  const { compose } = await import('./compose.js');
  const own = places(app, process);
  return compose({
    ...own,
    version: app.getVersion(),
    runtime: `Electron ${process.versions.electron}`,
    desk: hostname(),
    agent: userInfo().username,
    emit: (event) => {
      if (!window.isDestroyed()) window.webContents.send(eventChannel, toText(event));
    },
    openBrowser: createBrowserOpener(own.browser),
    // SECURITY: (15) only a `tel:` URI that main made of the number on file is ever handed to the system.
    dial: (uri) => shell.openExternal(uri),
    // Electron's clipboard answers at once up to some version and by promise after it; both can be awaited.
    clipboard: {
      write: async (text) => clipboard.writeText(text),
      read: async () => clipboard.readText(),
      clear: async () => clipboard.clear(),
    },
    power: osPower,
    askWhere: async (file) => (await import('./save-dialog.js')).askWhere(window, file),
    print: async (page) => (await import('./print.js')).print(page),
    keepLook: look.keep,
    view: { ...createBlanking(window), hideFromCapture: (hidden) => window.setContentProtection(hidden) },
  });
};

const start = async (links: ReturnType<typeof arrivingLinks>): Promise<void> => {
  const files = readPageFiles(join(output, 'renderer'));
  const look = createLook(join(app.getPath('userData'), 'look.json'));
  await app.whenReady();
  serveFiles(files, { dress: look.dress });
  const window = createWindow({ preload: join(output, 'preload/index.cjs'), developing: !app.isPackaged });
  const desk = openDesk(window, look);
  serveContract(desk, {
    isTrusted: (event) => isFromOurPage(event, window.webContents, origin),
    onBug: logBug,
  });
  endWith(window, desk);
  const { openLink } = await desk;
  links.deliverTo((link) => void openLink(link));
};

/** Milliseconds. What could not be put on record by then is found by the next start. */
const patience = 5000;

/** However the window goes, an open call is put on record as abandoned before the process ends. */
const endWith = (window: BrowserWindow, opening: Promise<Desk>): void => {
  let ending = false;
  const end = async (reason: AbandonReason): Promise<void> => {
    if (ending) return;
    ending = true;
    const stopped = opening.then((desk) => desk.stop(reason));
    await Promise.race([stopped, new Promise((resolve) => setTimeout(resolve, patience))]);
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
  window.webContents.on('render-process-gone', () => {
    void opening.then((desk) => desk.abandon('window-crashed')).then(() => window.webContents.reload());
  });
  // Windows tells of its end in this way alone; a desk that does not end in order starts locked.
  window.on('session-end', () => void end('quit'));
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
};

const stopOnBug = (error: unknown): void => {
  logBug('main', error);
  app.exit(70);
};

process.on('uncaughtException', stopOnBug);
process.on('unhandledRejection', stopOnBug);

const open = ({ link }: Extract<Asked, { kind: 'desk' }>): void => {
  // Electron's own menu would offer to reload, zoom and inspect; on macOS it is also what makes copy and paste work.
  if (process.platform !== 'darwin') Menu.setApplicationMenu(null);
  // SECURITY: (4) every renderer is sandboxed, also one that a bug would open.
  app.enableSandbox();
  beQuiet(app.commandLine);
  declareScheme();
  useProfile();
  const links = arrivingLinks(app, link);
  if (app.requestSingleInstanceLock({ link })) void start(links);
  else app.exit(0);
};

const asked = readCommandLine(process.argv, app.isPackaged);
if (asked.kind === 'self-test') setSelfTest();
// What is to be removed must not be the profile that Chromium has open.
if (asked.kind === 'forget') useThrowAway();
if (asked.kind === 'desk') open(asked);
else void import('./run-command.js').then(({ runCommand }) => runCommand(asked));
