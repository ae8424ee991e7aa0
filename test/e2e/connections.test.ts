import { ownNetwork } from '../support/own-network.mjs';
import { person, command as asPerson } from '../support/person.mjs';
import { at, must } from '../support/run.mjs';
import { expect, test } from '../support/fixtures.js';

/** An address of nobody's (RFC 5737); in the watched network it is the registry's. */
const registry = { host: '203.0.113.10', port: '8443' };

/** What the desk must never do, done on purpose by a program that runs as the desk does. */
const outreach = `
const { connect } = require('node:net');
for (const host of ['198.51.100.7', '2001:db8::7', '127.0.0.1']) connect(7443, host).on('error', () => {});
require('node:dns').lookup('canary.outside.example', () => {});
const socket = require('node:dgram').createSocket('udp4');
socket.send('.', 7053, '198.51.100.8', () => socket.close());
`;

test.skip(process.platform !== 'linux', 'networks of their own there are on Linux only');

/** Where whatever else Chromium asks for is sent: this machine, where nobody listens. */
const closedDoor = '127.0.0.1:9';

/** Watches a run of the desk; answers whom it tried to reach, and what the watch sees of a program that does try. */
const watch = async (options: readonly string[]) => {
  const network = await ownNetwork();
  let missed = NaN;
  try {
    const run = [process.execPath, at('test/support/full-run.mjs'), '--app', process.env['TUNNISTE_APP'] ?? ''];
    const where = ['--host', registry.host, '--port', registry.port];
    const { PATH, HOME, LANG, DISPLAY, TUNNISTE_RUNTIME } = process.env;
    const inside = network.command([...run, ...where, ...options], { PATH, HOME, LANG, DISPLAY, TUNNISTE_RUNTIME });
    const told = await must(inside, { seconds: 100 });
    const { control, allowedHosts, own, types } = JSON.parse(told.trim().split('\n').at(-1) ?? '') as {
      control: number[];
      allowedHosts: string[];
      own: string[];
      types: string[];
    };
    expect(types).toEqual(
      expect.arrayContaining(['session.signed-in', 'lookup.answered', 'field.revealed', 'call.closed', 'audit.read']),
    );
    expect(types.at(-1)).toBe('desk.stopped');

    // The two doors by which the test itself drives the app; whoever comes in there is the test.
    expect(control).toHaveLength(2);
    const doors = new Set([...own, ...control.map((port) => `127.0.0.1:${port}`)]);
    const attempts = await network.attempts();
    await must(network.command(asPerson(await person(), [process.execPath, '--eval', outreach])));
    const outside = (await network.attempts()).slice(attempts.length);
    const others = attempts.filter(({ to }) => !doors.has(to) && !allowedHosts.includes(to));
    return { attempts, allowedHosts, others, outside, missed: () => missed };
  } finally {
    missed = await network.stop();
  }
};

test('in a full run the desk contacts the registry of its policy and nobody else, and asks for no name', async () => {
  test.setTimeout(120_000);
  const { attempts, allowedHosts, others, outside, missed } = await watch([]);
  expect(others).toEqual([]);
  expect(allowedHosts).toEqual([`${registry.host}:${registry.port}`]);
  expect(attempts.map(({ to }) => to)).toContain(allowedHosts[0]);

  // The same watch, in the same network, sees everything there is to be seen.
  const seen = outside.map(({ to }) => to);
  expect(seen).toEqual(
    expect.arrayContaining(['198.51.100.7:7443', '2001:db8::7:7443', '127.0.0.1:7443', '198.51.100.8:7053']),
  );
  expect(outside.map(({ to, text }) => `${to} ${text}`).join('\n')).toMatch(
    /192\.0\.2\.53:53 .*canary\.outside\.example/,
  );
  expect(missed()).toBe(0);
});

test('a certificate that points at other hosts makes the desk contact none of them, and ask for no name', async () => {
  test.setTimeout(120_000);
  const { others, missed } = await watch(['--pointing']);
  // Chromium would: it knocks, at the door that is closed.
  expect(new Set(others.map(({ to }) => to))).toEqual(new Set([closedDoor]));
  expect(missed()).toBe(0);
});

for (const [peers, what] of [
  ['ldap', 'on a directory'],
  ['oidc', 'with a sign-in in the browser'],
] as const) {
  test(`in a full run ${what} the desk contacts the hosts of its policy and nobody else, and asks for no name`, async () => {
    test.setTimeout(120_000);
    const { attempts, allowedHosts, others, missed } = await watch(['--peers', peers]);
    expect(others).toEqual([]);
    expect(attempts.map(({ to }) => to)).toEqual(expect.arrayContaining(allowedHosts));
    expect(missed()).toBe(0);
  });
}
