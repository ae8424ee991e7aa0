// @ts-check
import { ber, enumerated, integer, octets } from './ber.mjs';
import { demoPersons } from './demo-persons.mjs';

const { complete } = demoPersons;

/** @param {number} id @param {Buffer} operation @param {Buffer} [controls] */
const message = (id, operation, controls = Buffer.alloc(0)) => ber(0x30, integer(id), operation, controls);
/** @param {number} tag @param {number} status @param {...Buffer} more */
const result = (tag, status, ...more) =>
  ber(tag, enumerated(status), octets(''), octets('the server’s own words'), ...more);

/** @param {string} name @param {...(string | Buffer)} values */
const attribute = (name, ...values) => ber(0x30, octets(name), ber(0x31, ...values.map(octets)));

/** An entry as a server would answer a search for `demoPersons.complete`; a test changes what it is about. @param {Record<string, string | Buffer | (string | Buffer)[] | undefined>} [changes] */
const entry = (changes = {}) => {
  const values = {
    entryUUID: '2819c223-7f76-453a-919d-413861904646',
    givenName: complete.givenName,
    sn: complete.familyName,
    uid: complete.userName,
    mail: complete.workEmail,
    telephoneNumber: complete.workPhone,
    o: complete.organisation,
    useGoesOn: 'TRUE',
    ...changes,
  };
  const held = Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [attribute(name, ...[value].flat())],
  );
  return ber(0x64, octets('uid=mvirta,ou=people,dc=esimerkki,dc=example'), ber(0x30, ...held));
};
const reference = ber(0x73, octets('ldap://127.0.0.1:9/dc=elsewhere'));
const referral = ber(0xa3, octets('ldap://127.0.0.1:9/dc=elsewhere'));
const cookie = ber(0xa0, ber(0x30, octets('1.2.840.113556.1.4.319'), octets(ber(0x30, integer(0), octets('more')))));

const bound = (/** @type {number} */ id) => message(id, result(0x61, 0));
const done = (/** @type {number} */ id, status = 0) => message(id, result(0x65, status));

/**
 * @typedef {object} Exchange
 * @property {number} id of the request
 * @property {'bind' | 'search' | 'compare' | 'other'} kind
 * @property {import('node:net').Socket} socket
 */

/** Binds everybody, and does that when it is searched. @param {(exchange: Exchange) => Buffer | void} answer */
const onSearch = (answer) => (/** @type {Exchange} */ exchange) => {
  const { id, kind, socket } = exchange;
  const bytes = kind === 'bind' ? bound(id) : kind === 'search' ? answer(exchange) : undefined;
  if (bytes) socket.write(bytes);
};
const answers = (/** @type {(id: number) => Buffer[]} */ parts) => onSearch(({ id }) => Buffer.concat(parts(id)));
const one = (/** @type {Parameters<typeof entry>[0]} */ changes) =>
  answers((id) => [message(id, entry(changes)), done(id)]);
const onBind =
  (/** @type {number} */ status) =>
  (/** @type {Exchange} */ { id, socket }) =>
    socket.write(message(id, result(0x61, status)));

/** An attribute of 10 MB, written as fast as it is taken. */
const huge = onSearch(({ id, socket }) => {
  const bytes = message(id, entry({ givenName: Buffer.alloc(10 * 2 ** 20, 0x61) }));
  const step = 2 ** 14;
  let at = 0;
  const fill = () => {
    while (at < bytes.length && !socket.destroyed) if (!socket.write(bytes.subarray(at, (at += step)))) return;
  };
  socket.on('drain', fill);
  fill();
});

/** What a server can do that a sound one cannot be brought to do. */
export const faults = {
  sound: one({}),
  silent: onSearch(() => {}),
  drip: onSearch(({ id, socket }) => {
    const bytes = message(id, entry());
    let at = 0;
    const drip = setInterval(() => socket.write(bytes.subarray(at, ++at)), 100);
    socket.on('close', () => clearInterval(drip));
  }),
  hangsUp: onSearch(({ socket }) => void socket.destroy()),
  hangsUpBefore: (/** @type {Exchange} */ { socket }) => socket.destroy(),
  saysGoodbye: onSearch(
    ({ socket }) => void socket.end(message(0, result(0x78, 52, ber(0x8a, '1.3.6.1.4.1.1466.20036')))),
  ),
  huge,
  manyReferences: onSearch(({ id, socket }) => {
    const bytes = Buffer.concat(Array.from({ length: 500 }, () => message(id, reference)));
    const fill = () => {
      while (!socket.destroyed) if (!socket.write(bytes)) return;
    };
    socket.on('drain', fill);
    fill();
  }),
  garbage: answers(() => [Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n')]),
  indefiniteLength: answers(() => [Buffer.from([0x30, 0x80, 0x02, 0x01, 0x02, 0, 0])]),
  greatLength: answers(() => [Buffer.from([0x30, 0x84, 0xff, 0xff, 0xff, 0xff, 0x02, 0x01])]),
  foreignAnswer: answers((id) => [message(id + 7, entry()), done(id)]),
  answersTwice: answers((id) => [done(id), done(id)]),
  referral: answers((id) => [message(id, result(0x65, 10, referral))]),
  references: answers((id) => [message(id, reference), message(id, entry()), message(id, reference), done(id)]),
  sizeLimit: answers((id) => [message(id, entry()), done(id, 4)]),
  timeLimit: answers((id) => [message(id, entry()), done(id, 3)]),
  // Each takes its time: as fast as they can be asked for, they would be too many bytes before they are too late.
  pagesWithoutEnd: onSearch(({ id, socket }) => {
    setTimeout(() => socket.destroyed || socket.write(message(id, result(0x65, 0), cookie)), 10);
  }),
  busy: answers((id) => [done(id, 51)]),
  unavailable: answers((id) => [done(id, 52)]),
  noRights: answers((id) => [done(id, 50)]),
  unheardOf: answers((id) => [done(id, 123)]),
  someoneElse: one({ uid: 'someone-else' }),
  twice: answers((id) => [message(id, entry()), message(id, entry()), done(id)]),
  noId: one({ entryUUID: undefined }),
  noFamilyName: one({ sn: undefined }),
  noActive: one({ useGoesOn: undefined }),
  strangeActive: one({ useGoesOn: 'perhaps' }),
  strangeTime: one({ useEndedAt: 'yesterday' }),
  notUtf8: one({ givenName: Buffer.from([0x4d, 0xc3, 0x28]) }),
  controlCharacters: one({ givenName: 'Mai\u0007ja' }),
  directionMarks: one({ givenName: '\u202eMaija\u2066\u200b' }),
  bindBusy: onBind(51),
  bindReferral: onBind(10),
  bindWantsMore: onBind(8),
};

/** What can become of StartTLS; the bytes are those of the answer to message 1. */
export const startTlsAnswers = {
  agrees: message(1, result(0x78, 0)),
  refuses: message(1, result(0x78, 2)),
  isUnavailable: message(1, result(0x78, 52)),
  refers: message(1, result(0x78, 10, referral)),
  injects: Buffer.concat([message(1, result(0x78, 0)), bound(2)]),
  injectsHalf: Buffer.concat([message(1, result(0x78, 0)), Buffer.from([0x30, 0x82, 0x01])]),
  answersAnother: message(2, result(0x78, 0)),
  talksHttp: Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n'),
  floods: Buffer.concat([Buffer.from([0x30, 0x84, 0, 0x10, 0, 0]), Buffer.alloc(4096)]),
};
