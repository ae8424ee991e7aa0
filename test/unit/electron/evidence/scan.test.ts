import { expect, test } from 'vitest';
import { scanSegment } from '../../../../electron/evidence/scan.js';
import { sha256 } from '../../../../electron/evidence/sha256.js';

const lineOf = (seq: number, prev: string, more: object): string =>
  JSON.stringify(
    Object.fromEntries(Object.entries({ agent: null, v: 1, seq, prev, ...more }).sort(([a], [b]) => (a < b ? -1 : 1))),
  );

const scanOf = (...lines: readonly string[]) =>
  scanSegment(1, Buffer.concat([Buffer.alloc(1), ...lines.map((line) => Buffer.from(`${line}\n`))]));

const beginning = '0'.repeat(64);

/** Two lines of which the second follows from the first, and what a scan makes of them. */
const scanWith = (more: object, seq = 2) => {
  const first = lineOf(1, beginning, more);
  const second = lineOf(seq, sha256(Buffer.from(first)), more);
  return scanOf(first, second);
};

test.each([
  ['drill', { drill: true }],
  ['between the names that are looked for', { pressed: 'yes', pry: 1, sequence: 7, sex: null }],
  ['nothing', {}],
])('a line follows whatever else it says: %s', (_where, more) => {
  const { range, end, size } = scanWith(more);
  expect([range.to, end]).toEqual([2, size]);
});

test.each([
  ['another number that begins like its own', {}, 20],
  ['its own number in a text alone', { reason: ',"seq":2,' }, 3],
])('a line does not follow with %s', (_what, more, seq) => {
  expect(scanWith(more, seq).range.to).toBe(1);
});
