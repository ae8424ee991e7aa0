import { BrowserWindow, type Session, type WebContents, type WebPreferences } from 'electron';
import { origin, startPage } from './protocol.js';

/** What our page may ask the browser for: putting a receipt on the clipboard after a click, nothing else. */
const isAllowedPermission = (permission: string): boolean => permission === 'clipboard-sanitized-write';

const isOurs = (url: string): boolean => url === origin || url.startsWith(`${origin}/`);

const closeSession = (session: Session): void => {
  // SECURITY: (5) every permission but one is refused, asked or checked.
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(isAllowedPermission(permission)));
  session.setPermissionCheckHandler((_contents, permission) => isAllowedPermission(permission));
  session.setDevicePermissionHandler(() => false);
  // SECURITY: (1) the renderer has no network at all: whatever is not our scheme is cancelled before it starts.
  session.webRequest.onBeforeRequest(({ url }, answer) =>
    answer({ cancel: !isOurs(url) && !url.startsWith('devtools://') }),
  );
  // SECURITY: (1) WebRTC goes around the filter above, over UDP and over TCP: every way out of this session leads to a closed door.
  // The page's own scheme and the registry's session do not pass here.
  void session.setProxy({ mode: 'fixed_servers', proxyRules: 'http://127.0.0.1:9', proxyBypassRules: '<-loopback>' });
  session.on('will-download', (event) => event.preventDefault());
  // No dictionary is fetched from anywhere, and nothing typed is looked up in one.
  session.setSpellCheckerEnabled(false);
  session.setSpellCheckerLanguages([]);
};

const closeContents = (contents: WebContents): void => {
  // SECURITY: (13) the page never leaves our own page, by link, script, redirect or frame.
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  // SECURITY: (14) no second window, whoever asks. (15) and so no URL of the page's ever reaches the system's browser.
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  // SECURITY: (11, 12) no webview is ever attached, so none can ask for popups or weaker settings.
  contents.on('will-attach-webview', (event) => event.preventDefault());
  // SECURITY: a page that is told to go goes, whatever it would rather do.
  contents.on('will-prevent-unload', (event) => event.preventDefault());
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
};

interface WindowOptions {
  readonly preload: string;
  readonly developing: boolean;
}

const hardened = {
  // SECURITY: (2) no Node in the page.
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  // SECURITY: (3) the preload's world is not the page's.
  contextIsolation: true,
  // SECURITY: (4) the renderer runs in the operating system's sandbox.
  sandbox: true,
  // SECURITY: (6) same-origin policy on, (8) no insecure content, (9, 10) no experimental or hidden features.
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  // SECURITY: (11) the webview tag does not exist.
  webviewTag: false,
  // SECURITY: (20) no inspector on an installed desk.
  devTools: false,
  spellcheck: false,
  navigateOnDragDrop: false,
  disableDialogs: true,
} satisfies WebPreferences;

/** The one window that anybody sees. */
export const createWindow = ({ preload, developing }: WindowOptions): BrowserWindow => {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    minWidth: 960,
    minHeight: 600,
    show: false,
    title: 'Tunniste',
    webPreferences: { ...hardened, preload, devTools: developing },
  });
  closeSession(window.webContents.session);
  closeContents(window.webContents);
  // A deterrent, on before anything can be seen; the policy takes it off again where it is not wanted.
  window.setContentProtection(true);
  window.once('ready-to-show', () => window.show());
  void window.loadURL(startPage);
  return window;
};

/** A page to be printed, never shown: in a session of its own that keeps nothing, without a preload, and with no script at all. */
export const createPrintWindow = (): BrowserWindow => {
  const window = new BrowserWindow({
    show: false,
    webPreferences: { ...hardened, javascript: false, images: false, partition: 'print' },
  });
  closeSession(window.webContents.session);
  closeContents(window.webContents);
  return window;
};

/** Milliseconds that the rest of main waits at most for a page that does not come. */
const patience = 3000;

/**
 * Done when the renderer has its script: then it is busy reading it, and main can do the rest without keeping the agent waiting.
 * Done as well when the page is there, did not come, or takes too long: this only orders the work, nothing depends on it.
 */
export const hasScript = ({ webContents }: BrowserWindow): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => resolve();
    webContents.session.webRequest.onCompleted(({ url }) => {
      if (/\/index-[^/]+\.js$/.test(url)) done();
    });
    webContents.once('did-finish-load', done);
    webContents.once('did-fail-load', done);
    webContents.once('render-process-gone', done);
    setTimeout(done, patience);
  });
