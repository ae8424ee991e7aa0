import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { disclose, issueReceipt, Withheld } from '../../../../../electron/main/audit/disclosure.js';

const subject = new Withheld({ id: 'r-1', name: 'Maija Canary' });
const other = new Withheld({ id: 'r-2', name: 'Matti Canary' });

test('the receipt of a durable record discloses the subject it names', () => {
  expect(disclose(issueReceipt(4, [subject]), subject, ({ name }) => name)).toBe('Maija Canary');
});

test('a forged receipt discloses nothing', () => {
  const real = issueReceipt(4, [subject]);
  const copy: unknown = Object.create(Object.getPrototypeOf(real) as object, Object.getOwnPropertyDescriptors(real));
  for (const forged of [{ seq: 4 }, { ...real }, copy as { seq: number }]) {
    expect(() => disclose(forged, subject, ({ name }) => name)).toThrow('no durable record');
  }
});

test('a receipt for another subject discloses nothing, not even for the same person looked up again', () => {
  expect(() => disclose(issueReceipt(4, [other]), subject, ({ name }) => name)).toThrow('no durable record');
  expect(() =>
    disclose(issueReceipt(4, [subject]), new Withheld({ id: 'r-1', name: 'x' }), ({ name }) => name),
  ).toThrow('no durable record');
  expect(() => disclose(issueReceipt(4, []), subject, ({ name }) => name)).toThrow('no durable record');
});

test('a withheld value shows neither in logs nor in JSON nor in a copy', () => {
  const seen = [
    inspect(subject, { depth: 9, showHidden: true }),
    JSON.stringify({ subject }),
    Object.entries(subject).join(),
    JSON.stringify({ ...subject }),
  ];
  expect(seen.join()).not.toContain('Canary');
  expect(JSON.stringify(structuredClone(subject))).not.toContain('Canary');
});

test('a question is answered with yes or no, whatever it returns', () => {
  expect(subject.test(({ name }) => name === 'Maija Canary')).toBe(true);
  expect(subject.test((({ name }: { name: string }) => name) as unknown as () => boolean)).toBe(false);
});
