// @ts-check
import { once } from 'node:events';
import { SMTPServer } from 'smtp-server';

/**
 * @typedef {'pass' | 'greylist' | 'refuse' | 'silent' | 'drop'} RelayMode
 *
 * @typedef {object} Received
 * @property {string} from
 * @property {readonly string[]} to
 * @property {string} subject
 * @property {Record<string, string>} headers by lower-case name
 * @property {string} text
 */

/** @param {Error} error @param {number} responseCode */
const saying = (error, responseCode) => Object.assign(error, { responseCode });

/** Quoted-printable (RFC 2045 §6.7). @param {string} text */
const unquoted = (text) =>
  Buffer.from(
    text
      .replace(/=\r\n/g, '')
      .replace(/=([0-9A-F]{2})/gi, (_all, hex) => String.fromCharCode(parseInt(String(hex), 16))),
    'latin1',
  ).toString('utf8');

/** RFC 2047 words, as far as the desk makes them. @param {string} text */
const decodedHeader = (text) =>
  text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([QB])\?([^?]*)\?=/gi, (_all, kind, word) =>
      String(kind).toUpperCase() === 'B'
        ? Buffer.from(String(word), 'base64').toString('utf8')
        : unquoted(String(word).replaceAll('_', ' ')),
    );

/** @param {string} raw @returns {Omit<Received, 'from' | 'to'>} */
function parse(raw) {
  const [head = '', ...body] = raw.split('\r\n\r\n');
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  );
  const text = body.join('\r\n\r\n');
  const plain = headers['content-transfer-encoding'] === 'quoted-printable' ? unquoted(text) : text;
  return { subject: decodedHeader(headers['subject'] ?? ''), headers, text: plain.replaceAll('\r\n', '\n').trimEnd() };
}

/**
 * A real mail relay on loopback. `greylist` says 451 to the recipient, `refuse` 550, `silent` takes the mail and never answers,
 * `drop` answers well and keeps nothing.
 * @param {object} options
 * @param {import('./certificates.mjs').Pair} options.tls
 * @param {boolean} [options.secure] TLS from the first byte; else by STARTTLS
 * @param {boolean} [options.refusesTls] knows no STARTTLS
 * @param {number} [options.port]
 * @param {(mail: Received) => void} [options.onMail]
 */
export async function startMailRelay({ tls, secure = true, refusesTls = false, port = 0, onMail = () => {} }) {
  /** @type {RelayMode} */
  let mode = 'pass';
  /** @type {Received[]} */
  const received = [];
  /** Every command's recipient, taken or not. @type {string[]} */
  const asked = [];
  const server = new SMTPServer({
    ...tls,
    secure,
    authOptional: true,
    disabledCommands: ['AUTH', ...(refusesTls ? ['STARTTLS'] : [])],
    disableReverseLookup: true,
    closeTimeout: 10,
    onRcptTo: ({ address }, _session, answer) => {
      asked.push(address);
      if (mode === 'greylist') return answer(saying(new Error('4.7.1 Greylisted, try again later'), 451));
      if (mode === 'refuse') return answer(saying(new Error('5.7.1 Relaying denied'), 550));
      answer();
    },
    onData: (stream, { envelope }, answer) => {
      let raw = '';
      stream.on('data', (part) => (raw += String(part)));
      stream.on('end', () => {
        if (mode === 'silent') return;
        if (mode === 'pass') {
          const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
          const mail = { from, to: envelope.rcptTo.map(({ address }) => address), ...parse(raw) };
          received.push(mail);
          onMail(mail);
        }
        answer();
      });
    },
  });
  // A client that breaks off in the handshake is what some tests are about.
  server.on('error', () => {});
  const listening = server.listen(port, '127.0.0.1');
  await once(listening, 'listening');
  const address = /** @type {import('node:net').AddressInfo} */ (listening.address());
  return {
    url: `${secure ? 'smtps' : 'smtp'}://127.0.0.1:${address.port}`,
    received,
    asked,
    /** @param {RelayMode} next */
    set: (next) => void (mode = next),
    stop: () => new Promise((resolve) => server.close(() => resolve(undefined))),
  };
}
