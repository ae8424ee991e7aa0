// @ts-check
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { command, give, person } from './person.mjs';
import { listening } from './ports.mjs';
import { stop } from './run.mjs';

const rsyslogd = '/usr/sbin/rsyslogd';

/**
 * @typedef {object} Written one message as the collector wrote it down
 * @property {number} priority
 * @property {string} time
 * @property {string} host
 * @property {string} application
 * @property {string} type
 * @property {string} data structured data, as they came
 * @property {string} message without the mark that says UTF-8
 */

const columns = ['pri', 'timestamp:::date-rfc3339', 'hostname', 'app-name', 'msgid', 'structured-data', 'msg'];
const template = `${columns.map((name) => `%${name}%`).join('\\t')}\\n`;

/** @param {{ folder: string, port: number, asksClient: boolean }} about */
const configuration = ({ folder, port, asksClient }) => `
global(
  workDirectory="${folder}" maxMessageSize="160k" defaultNetstreamDriver="gtls"
  defaultNetstreamDriverCAFile="${folder}/ca.pem"
  defaultNetstreamDriverCertFile="${folder}/cert.pem" defaultNetstreamDriverKeyFile="${folder}/key.pem"
)
module(
  load="imtcp" streamDriver.name="gtls" streamDriver.mode="1"
  streamDriver.authMode="${asksClient ? 'x509/certvalid' : 'anon'}"
)
template(name="whole" type="string" string="${template}")
input(type="imtcp" port="${port}" address="127.0.0.1" listenPortFileName="${folder}/port")
action(type="omfile" file="${folder}/written" template="whole" asyncWriting="off")
`;

/** @param {string} line @returns {Written} */
function parse(line) {
  const [priority, time = '', host = '', application = '', type = '', data = '', message = ''] = line.split('\t');
  return { priority: Number(priority), time, host, application, type, data, message: message.replace(/^\uFEFF/, '') };
}

/** The port that it wrote down. @param {string} file */
async function portIn(file) {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const port = Number(await readFile(file, 'utf8').catch(() => ''));
    if (port > 0) return port;
    if (Date.now() > deadline) throw new Error('rsyslogd listens nowhere');
    await wait(10);
  }
}

/**
 * A real rsyslog on loopback, as an ordinary user, that takes syslog over TLS (RFC 5425) and writes down every message.
 * @param {import('./certificates.mjs').Pair & { ca: string }} tls its certificate, and whose certificates it believes
 * @param {{ asksClient?: boolean }} [options] whether a desk has to show a certificate
 */
export async function startSyslogCollector({ ca, ...first }, { asksClient = false } = {}) {
  const [own, folder] = await Promise.all([person(), mkdtemp(join(tmpdir(), 'tunniste-collector-'))]);
  /** @param {string} name @param {string} text */
  const put = async (name, text) => {
    await writeFile(join(folder, name), text);
    await give(own, join(folder, name));
  };
  /** @param {import('./certificates.mjs').Pair} pair */
  const certify = async ({ key, cert }) => {
    await put('key.pem', key);
    await put('cert.pem', cert);
  };
  await give(own, folder);
  await put('ca.pem', ca);
  await certify(first);
  /** It chooses one that nobody has, and keeps it. */
  let port = 0;

  const start = async () => {
    await put('rsyslog.conf', configuration({ folder, port, asksClient }));
    const argv = [rsyslogd, '-n', '-f', join(folder, 'rsyslog.conf'), '-i', join(folder, 'pid')];
    // It cannot outlive who started it, however that ends.
    const [file = '', ...args] = command(own, ['setpriv', '--pdeathsig', 'TERM', '--', ...argv]);
    const child = spawn(file, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (part) => (said += String(part)));
    const ended = once(child, 'exit').then(([code]) =>
      Promise.reject(new Error(`rsyslogd ended with ${code}\n${said}`)),
    );
    const up = async () => {
      port ||= await portIn(join(folder, 'port'));
      await listening('127.0.0.1', port);
    };
    await Promise.race([up(), ended]);
    ended.catch(() => {}); // it ends one day
    return child;
  };
  let child = await start();
  return {
    url: `tls://127.0.0.1:${port}`,
    /** In the order they were written. */
    written: async () => {
      const text = await readFile(join(folder, 'written'), 'utf8').catch(() => '');
      const lines = text.split('\n').slice(0, -1);
      return lines.map(parse).filter(({ application }) => application === 'tunniste');
    },
    goDown: () => stop(child),
    comeBack: async () => void (child = await start()),
    /** Takes effect when it comes back. */
    certify,
    stop: async () => {
      await stop(child);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
