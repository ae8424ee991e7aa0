import { describe, expect, it } from 'vitest';
import { issueCode, judgeCode, parseCode } from '../../../../../electron/main/factors/code.js';

const use = { call: 'ABCD-EFGH', factor: 'email-code' };
const rules = { digits: 6, minutes: 10 };

describe('a code', () => {
  it('is as long as the policy says, and another each time', () => {
    const codes = Array.from({ length: 200 }, () => issueCode(use, { digits: 8, minutes: 1 }, 0).code);
    expect(codes.every((code) => /^\d{8}$/.test(code))).toBe(true);
    expect(new Set(codes).size).toBeGreaterThan(195);
    expect(new Set(codes.join('')).size).toBe(10);
  });

  it('is known again, and nothing that is kept tells it', () => {
    const { code, issued } = issueCode(use, rules, 1000);
    expect(judgeCode(issued, use, code, 1000)).toBe('right');
    expect(JSON.stringify(issued)).not.toContain(code);
    const again = issueCode(use, rules, 1000);
    expect(Buffer.from(again.issued.salt).equals(Buffer.from(issued.salt))).toBe(false);
  });

  it('is good for its call and its factor alone', () => {
    const { code, issued } = issueCode(use, rules, 0);
    expect(judgeCode(issued, { ...use, call: 'ZZZZ-ZZZZ' }, code, 1)).toBe('wrong-answer');
    expect(judgeCode(issued, { ...use, factor: 'sms-code' }, code, 1)).toBe('wrong-answer');
    expect(judgeCode(issued, use, code.slice(0, 5), 1)).toBe('wrong-answer');
  });

  it('is over to the millisecond, right or wrong', () => {
    const { code, issued } = issueCode(use, rules, 1000);
    expect(judgeCode(issued, use, code, 1000 + 600_000 - 1)).toBe('right');
    expect(judgeCode(issued, use, code, 1000 + 600_000)).toBe('expired');
    expect(judgeCode(issued, use, 'wrong', 1000 + 600_000)).toBe('expired');
  });
});

describe('what an agent types', () => {
  it.each([
    '123456',
    ' 123 456 ',
    '123-456',
    '12–34—56',
    '１２３４５６',
    '1 2 3\u00a04\t5\n6',
    '123\u200b456',
    '123−456',
  ])('%j is 123456', (typed) => expect(parseCode(typed, 6)).toBe('123456'));

  it.each([
    '',
    '12345',
    '1234567',
    'Koodi: 123456',
    '123456.',
    'code 123456 good for 10 min',
    '12345a',
    '٣٤٥٦٧٨',
    '-',
    '1e5',
  ])('%j is no code', (typed) => expect(parseCode(typed, 6)).toBeNull());

  it('may have as many digits as a one-time password has', () => {
    expect(parseCode('1234 5678', 6, 8)).toBe('12345678');
    expect(parseCode('123456789', 6, 8)).toBeNull();
  });
});
