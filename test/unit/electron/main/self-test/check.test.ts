import { expect, test } from 'vitest';
import { runChecks, sound, unchecked, wrong } from '../../../../../electron/main/self-test/check.js';
import { asJson, asLines, worst } from '../../../../../electron/main/self-test/report.js';

const checks = [
  { name: 'policy', run: () => sound('1') },
  { name: 'sandbox', run: () => unchecked('not here') },
  {
    name: 'journal',
    run: () => {
      throw new Error('EIO');
    },
  },
];
const about = { version: '1.2.3', runtime: 'Electron 45.4.1' };

test('a check that throws has found something wrong, and the others are made', async () => {
  expect(await runChecks(checks)).toEqual([
    { name: 'policy', result: 'sound', detail: '1' },
    { name: 'sandbox', result: 'unchecked', detail: 'not here' },
    { name: 'journal', result: 'wrong', detail: 'EIO' },
  ]);
});

test('what is wrong weighs more than what was not checked, and only all sound is ok', async () => {
  const done = await runChecks(checks);
  expect(worst(done)).toBe('wrong');
  expect(worst(done.slice(0, 2))).toBe('unchecked');
  expect(worst(done.slice(0, 1))).toBe('sound');
  expect(JSON.parse(asJson(about, done))).toMatchObject({ ok: false, ...about });
  expect(JSON.parse(asJson(about, done.slice(0, 2)))).toMatchObject({ ok: false });
  expect(JSON.parse(asJson(about, done.slice(0, 1)))).toMatchObject({ ok: true });
});

test('for people it is a check a line', async () => {
  expect(
    asLines(about, [
      { name: 'fuses', ...wrong('0') },
      { name: 'policy', ...sound('7') },
    ]),
  ).toBe('Tunniste 1.2.3, Electron 45.4.1\nWRONG: fuses: 0\nok: policy: 7\n');
});
