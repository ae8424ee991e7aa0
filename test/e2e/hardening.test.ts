import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, readdirSync, chmodSync } from 'node:fs';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { createServer as createTcpServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { flipFuses, getCurrentFuseWire, FuseVersion, type FuseV1Options } from '@electron/fuses';
import { fuses } from '../../resources/fuses.mjs';
import { operationNames } from '../../shared/contract.js';
import { expect, test } from '../support/fixtures.js';
import { runtime } from '../support/runtime.mjs';

/** Electron's security list, by its numbers. Each has its line in the source and its test here. */
const sources = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((item) =>
    item.isDirectory() ? sources(join(folder, item.name)) : [readFileSync(join(folder, item.name), 'utf8')],
  );

test('every one of the 20 has its line in the source and its test here', () => {
  const marked = [
    ...sources('electron'),
    readFileSync('resources/fuses.mjs', 'utf8'),
    readFileSync('electron.vite.config.ts', 'utf8'),
  ]
    .flatMap((text) => text.split('\n').filter((line) => line.includes('SECURITY:')))
    .flatMap((line) => [...line.matchAll(/\(([\d, ]+)\)/g)])
    .flatMap(([, numbers]) => (numbers ?? '').split(',').map(Number));
  const tested = [...readFileSync(import.meta.filename, 'utf8').matchAll(/^test\(['"]\((\d+)\)/gm)].map(([, number]) =>
    Number(number),
  );
  const all = Array.from({ length: 20 }, (_, index) => index + 1);
  expect(all.filter((number) => !marked.includes(number))).toEqual([]);
  expect(all.filter((number) => !tested.includes(number))).toEqual([]);
});

test('(1) the renderer has no network: not by fetch, not by image, not past the page', async ({ sharedDesk: desk }) => {
  let reached = 0;
  const server = createServer((_, response) => response.end(String(++reached)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const fromPage = await desk.page.evaluate(async (target) => {
    const image = new Promise((resolve) => {
      const element = new Image();
      element.onload = () => resolve('loaded');
      element.onerror = () => resolve('refused');
      element.src = target;
    });
    const fetched = await fetch(target).then(
      () => 'loaded',
      () => 'refused',
    );
    const socket = await new Promise((resolve) => {
      try {
        const opened = new WebSocket(target.replace('http', 'ws'));
        opened.onopen = () => resolve('loaded');
        opened.onerror = () => resolve('refused');
      } catch {
        resolve('refused');
      }
    });
    return [await image, fetched, socket, navigator.sendBeacon(target) ? 'queued' : 'refused'];
  }, url);
  expect(fromPage.slice(0, 3)).toEqual(['refused', 'refused', 'refused']);
  // Even where no page and no policy of a page is asked: the window's own session cancels it.
  const fromSession = await desk.electron.evaluate(
    ({ BrowserWindow, net }, target) =>
      new Promise((resolve) => {
        const [window] = BrowserWindow.getAllWindows();
        const request = net.request({ url: target, ...(window && { session: window.webContents.session }) });
        request.on('response', () => resolve('loaded'));
        request.on('error', ({ message }) => resolve(message));
        request.end();
      }),
    url,
  );
  expect(fromSession).toContain('ERR_BLOCKED_BY_CLIENT');
  expect(reached).toBe(0);
  await new Promise((resolve) => server.close(resolve));
});

test('(1) nor by WebRTC, over UDP or TCP', async ({ sharedDesk: desk }) => {
  const reached: string[] = [];
  const tcp = createTcpServer(() => reached.push('tcp')).listen(0, '127.0.0.1');
  await once(tcp, 'listening');
  const { port } = tcp.address() as AddressInfo;
  const udp = createSocket('udp4', () => reached.push('udp')).bind(port, '127.0.0.1');
  await once(udp, 'listening');
  await desk.page.evaluate(async (target) => {
    const relay = { username: 'u', credential: 'p' };
    const urls = [`turn:127.0.0.1:${target}?transport=tcp`, `turn:127.0.0.1:${target}?transport=udp`];
    const connection = new RTCPeerConnection({
      iceServers: [{ urls, ...relay }, { urls: `stun:127.0.0.1:${target}` }],
    });
    connection.createDataChannel('x');
    await connection.setLocalDescription(await connection.createOffer());
    // Gathering is over when every server was tried, or nothing may be tried.
    await new Promise<void>((resolve) => {
      const done = () => connection.iceGatheringState === 'complete' && resolve();
      connection.onicegatheringstatechange = done;
      done();
    });
    connection.close();
  }, port);
  expect(reached).toEqual([]);
  tcp.close();
  udp.close();
});

test('(2) the page has no Node', async ({ sharedDesk: desk }) => {
  const there = await desk.page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer', 'global', '__dirname'].filter((name) => name in window),
  );
  expect(there).toEqual([]);
});

test('(3) the page cannot change what the preload works with', async ({ sharedDesk: desk }) => {
  const leaked = await desk.page.evaluate(async () => {
    let seen = 0;
    const own = Function.prototype.call;
    Function.prototype.call = function (this: unknown, ...rest: unknown[]) {
      seen += rest.some((value) => typeof value === 'object' && value !== null && 'invoke' in value) ? 1 : 0;
      return Reflect.apply(own, this, rest) as unknown;
    };
    await window.desk.deskState();
    Function.prototype.call = own;
    return seen;
  });
  expect(leaked).toBe(0);
  expect(await preferences(desk)).toMatchObject({ contextIsolation: true });
});

const preferences = ({
  electron,
}: {
  electron: { evaluate: import('@playwright/test').ElectronApplication['evaluate'] };
}) =>
  electron.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>;
    };
    return contents.getLastWebPreferences();
  });

test('(4) the renderer is in the sandbox of the operating system, and nothing asked for less', async ({
  sharedDesk: desk,
}) => {
  const { pid, sandboxed, argv } = await desk.electron.evaluate(({ app, BrowserWindow }) => ({
    pid: BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0,
    sandboxed: app
      .getAppMetrics()
      .filter(({ type }) => type === 'Tab')
      .map(({ sandboxed }) => sandboxed),
    argv: process.argv,
  }));
  expect(argv.join(' ')).not.toContain('no-sandbox');
  expect(await preferences(desk)).toMatchObject({ sandbox: true });
  if (process.platform !== 'linux') return expect(sandboxed).toEqual([true]);
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  expect(status).toMatch(/^Seccomp:\t2$/m);
  expect(status).toMatch(/^NoNewPrivs:\t1$/m);
  expect(readFileSync(`/proc/${pid}/cmdline`, 'utf8')).not.toContain('no-sandbox');
  expect(process.getuid?.() === 0 && / 0\t0\t0\t0/.test(status)).toBe(false);
});

test('(5) every permission but writing to the clipboard is refused', async ({ sharedDesk: desk }) => {
  const answers = await desk.page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read'];
    const states = await Promise.all(
      names.map((name) =>
        navigator.permissions.query({ name: name as PermissionName }).then(
          ({ state }) => state,
          () => 'denied',
        ),
      ),
    );
    const media = await navigator.mediaDevices?.getUserMedia({ audio: true }).then(
      () => 'granted',
      () => 'denied',
    );
    return [...states, media ?? 'denied'];
  });
  expect(answers).not.toContain('granted');
  expect(
    await desk.page.evaluate(() =>
      navigator.clipboard.readText().then(
        () => 'read',
        () => 'refused',
      ),
    ),
  ).toBe('refused');
});

test('(6) the same-origin policy is on', async ({ sharedDesk: desk }) => {
  expect(await preferences(desk)).not.toMatchObject({ webSecurity: false });
  const answer = await desk.page.evaluate(() =>
    fetch('file:///etc/hostname').then(
      () => 'read',
      () => 'refused',
    ),
  );
  expect(answer).toBe('refused');
});

test('(7) a strict policy comes by header with every file, and holds', async ({ sharedDesk: desk }) => {
  const header = await desk.electron.evaluate(async ({ net }) =>
    (await net.fetch('app://desk/index.html')).headers.get('content-security-policy'),
  );
  for (const rule of [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'none'",
    "frame-ancestors 'none'",
  ]) {
    expect(header).toContain(rule);
  }
  expect(header).not.toMatch(/unsafe-(?:inline|eval)|\*|https?:/);
  const ran = await desk.page.evaluate(async () => {
    const results: string[] = [];
    try {
      const script = document.createElement('script');
      script.textContent = 'window.__ran = true';
      document.head.append(script);
    } catch {
      results.push('refused');
    }
    try {
      document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="window.__ran = true">');
    } catch {
      results.push('refused');
    }
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    return ['__ran' in window, results.length];
  });
  expect(ran[0]).toBe(false);
});

test('(8) no insecure content may run', async ({ sharedDesk: desk }) => {
  expect(await preferences(desk)).toMatchObject({ allowRunningInsecureContent: false });
});

test('(9) no experimental features', async ({ sharedDesk: desk }) => {
  expect(await preferences(desk)).toMatchObject({ experimentalFeatures: false });
});

test('(10) no hidden Blink features', async ({ sharedDesk: desk }) => {
  const { enableBlinkFeatures = '' } = (await preferences(desk)) as { enableBlinkFeatures?: string };
  expect(enableBlinkFeatures).toBe('');
});

test('(11) there is no webview, so none may open popups', async ({ sharedDesk: desk }) => {
  expect(await preferences(desk)).toMatchObject({ webviewTag: false });
  const kind = await desk.page.evaluate(() => {
    const view = document.createElement('webview');
    view.setAttribute('allowpopups', '');
    document.body.append(view);
    return 'loadURL' in view;
  });
  expect(kind).toBe(false);
});

test('(12) a webview that would come all the same is not attached', async ({ desk }) => {
  const prevented = await desk.electron.evaluate(({ BrowserWindow }) => {
    let stopped = false;
    BrowserWindow.getAllWindows()[0]?.webContents.emit(
      'will-attach-webview',
      { preventDefault: () => (stopped = true) },
      {},
      {},
    );
    return stopped;
  });
  expect(prevented).toBe(true);
});

test('(13) the page cannot leave for anywhere', async ({ sharedDesk: desk }) => {
  await desk.electron.evaluate(({ BrowserWindow }) => {
    const tried: { url: string; prevented: boolean }[] = [];
    Object.assign(globalThis, { tried });
    // Comes before `will-navigate`, which a prevented one does not reach.
    BrowserWindow.getAllWindows()[0]?.webContents.on('will-frame-navigate', (event) =>
      tried.push({ url: event.url, prevented: event.defaultPrevented }),
    );
  });
  const tried = () =>
    desk.electron.evaluate(() => (globalThis as unknown as { tried: { url: string; prevented: boolean }[] }).tried);
  // The first would load, were it let: our own page once more, with another query.
  const targets = ['app://desk/index.html?again', 'app://desk/assets/', 'https://desk.example/'];
  for (const [index, target] of targets.entries()) {
    await desk.page.evaluate((url) => {
      const link = document.createElement('a');
      link.href = url;
      document.body.append(link);
      link.click();
      link.remove();
    }, target);
    await expect.poll(tried).toHaveLength(index + 1);
  }
  expect((await tried()).every(({ prevented }) => prevented)).toBe(true);
  expect(desk.page.url()).toBe('app://desk/index.html');
  expect(await desk.page.evaluate(() => 'desk' in window)).toBe(true);
});

test('(14) the page cannot open a second window', async ({ sharedDesk: desk }) => {
  expect(await desk.page.evaluate(() => window.open('app://desk/index.html') === null)).toBe(true);
  expect(await desk.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test("(15) nothing of the page's reaches the system's browser", async ({ desk }) => {
  await desk.electron.evaluate(({ shell }) => {
    const asked: string[] = [];
    Object.assign(globalThis, { asked });
    shell.openExternal = (url) => Promise.resolve(void asked.push(url));
  });
  await desk.page.evaluate(() => {
    window.open('https://desk.example/', '_blank');
    window.open('tel:+358470000101');
    const link = document.createElement('a');
    Object.assign(link, { href: 'mailto:someone@desk.example', target: '_blank' });
    document.body.append(link);
    link.click();
  });
  expect(await desk.electron.evaluate(() => (globalThis as unknown as { asked: string[] }).asked)).toEqual([]);
});

test('(16) the Electron that ships is pinned exactly, and is the one installed', () => {
  const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    devDependencies: Record<string, string>;
  };
  const installed = JSON.parse(readFileSync('node_modules/electron/package.json', 'utf8')) as { version: string };
  expect(devDependencies['electron']).toMatch(/^45\.\d+\.\d+$/);
  expect(installed.version).toBe(devDependencies['electron']);
});

test('(17) main answers our own page only', async ({ sharedDesk: desk }) => {
  const answer = await desk.electron.evaluate(async ({ app, BrowserWindow }) => {
    const preload = `${app.getAppPath()}/out/preload/index.cjs`;
    const other = new BrowserWindow({ show: false, webPreferences: { sandbox: true, preload } });
    await other.loadURL('app://desk/index.html');
    const said = (await other.webContents.executeJavaScript('window.desk.deskState()')) as string;
    other.destroy();
    return said;
  });
  expect(JSON.parse(answer)).toEqual({ ok: false, error: { code: 'forbidden' } });
  const frame = await desk.page.evaluate(() => {
    const inner = document.createElement('iframe');
    document.body.append(inner);
    const has = 'desk' in (inner.contentWindow ?? {});
    inner.remove();
    return has;
  });
  expect(frame).toBe(false);
});

test('(18) the page comes from its own scheme, which serves its own folder and nothing else', async ({
  sharedDesk: desk,
}) => {
  expect(desk.page.url()).toBe('app://desk/index.html');
  const statuses = await desk.electron.evaluate(async ({ net }) => {
    const urls = [
      'index.html',
      '../main/index.cjs',
      '..%2fmain%2findex.cjs',
      '%2e%2e/main/index.cjs',
      '/etc/hostname',
      '..%5cmain%5cindex.cjs',
      'index.html%00',
      '%',
    ];
    const ours = await Promise.all(
      urls.map((path) =>
        net.fetch(`app://desk/${path}`).then(
          ({ status }) => status,
          () => 404,
        ),
      ),
    );
    return [
      ...ours,
      await net.fetch('app://elsewhere/index.html').then(
        ({ status }) => status,
        () => 404,
      ),
    ];
  });
  expect(statuses).toEqual([200, ...Array.from({ length: statuses.length - 1 }, () => 404)]);
});

test('(19) the fuses close what the runtime could be made to do from outside', async () => {
  const { path } = await runtime();
  const folder = mkdtempSync(join(tmpdir(), 'tunniste-fuses-'));
  try {
    cpSync(join(path, '..'), folder, { recursive: true });
    const binary = join(folder, 'electron');
    chmodSync(binary, 0o755);
    const asNode = (): string => {
      try {
        return execFileSync(binary, ['--version', '-p', '"ran"'], {
          env: { ELECTRON_RUN_AS_NODE: '1' },
          timeout: 20_000,
          encoding: 'utf8',
          stdio: ['ignore', 'pipe', 'ignore'],
        });
      } catch (error) {
        return String((error as { stdout?: string }).stdout ?? '');
      }
    };
    expect(asNode()).toMatch(/^v\d+\./);
    // The floor runtime is older than the newest fuses; the shipped one has them all.
    const there = Object.keys(await getCurrentFuseWire(binary));
    const known = Object.entries(fuses).filter(([fuse]) => there.includes(fuse) && fuse !== 'version');
    expect(known.length).toBeGreaterThanOrEqual(6);
    await flipFuses(binary, { version: FuseVersion.V1, ...Object.fromEntries(known) });
    const wire = await getCurrentFuseWire(binary);
    for (const [fuse, on] of known) {
      expect(wire[Number(fuse) as FuseV1Options], `fuse ${fuse}`).toBe((on ? '1' : '0').charCodeAt(0));
    }
    expect(asNode()).not.toMatch(/^v\d+\./);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('(20) the page gets the operations and nothing of Electron', async ({ sharedDesk: desk }) => {
  const keys = await desk.page.evaluate(() => Object.entries(window.desk).map(([name, value]) => [name, typeof value]));
  expect(keys.map(([name]) => name).sort()).toEqual([...operationNames, 'onEvent'].sort());
  expect(new Set(keys.map(([, kind]) => kind))).toEqual(new Set(['function']));
  expect(
    await desk.page.evaluate(() => ['ipcRenderer', 'electron', 'keytar'].filter((name) => name in window)),
  ).toEqual([]);
});
