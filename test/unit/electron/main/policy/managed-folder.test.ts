import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadPolicy } from '../../../../../electron/main/policy/policy.js';
import { machineOf } from './machine-of.js';
import { demoWithoutPost as demo } from '../../../../support/policy.mjs';

let parent: string;
let folder: string;
let file: string;

const put = (name: string, content: string | object): string => {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content, undefined, 2), { mode: 0o644 });
  chmodSync(path, 0o644);
  return path;
};
const load = (policyFile: string | null = file) =>
  loadPolicy({ ...machineOf(), policyFile, managed: { kind: 'folder', folder } });
const problems = (policyFile?: string | null) => {
  const { policy, state } = load(policyFile);
  expect(policy === null).toBe(!state.ok);
  return state.ok ? [] : state.problems;
};

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'managed-'));
  chmodSync(parent, 0o755);
  folder = join(parent, 'managed');
  mkdirSync(folder, { mode: 0o755 });
  file = join(parent, 'policy.json');
  writeFileSync(file, demo, { mode: 0o644 });
});
afterEach(() => rmSync(parent, { recursive: true }));

describe.runIf(process.platform !== 'win32')('managed policy in a folder', () => {
  it('goes over the policy file, and the later name over the earlier', () => {
    const first = put('10-limits.json', { limits: { revealSeconds: 20, wrongAnswersPerCall: 2 } });
    const second = put('20-limits.json', { limits: { revealSeconds: 10 } });
    const { policy, state } = load();
    expect(policy?.limits).toMatchObject({ revealSeconds: 10, wrongAnswersPerCall: 2, subjectLockMinutes: 30 });
    expect(state.ok && state.view.sources).toEqual([file, first, second]);
    const from = (path: string) => state.ok && state.view.values.find((value) => value.path === path)?.from;
    expect(from('limits.revealSeconds')).toEqual({ source: second, line: 3 });
    expect(from('limits.wrongAnswersPerCall')).toEqual({ source: first, line: 4 });
    expect(from('limits.subjectLockMinutes')).toMatchObject({ source: file });
    expect(from('deepLink')).toBeNull();
  });

  it('needs no policy file beside it', () => {
    put('policy.json', demo);
    expect(load(null).policy).toMatchObject({ demo: true });
    expect(load(join(parent, 'no-such.json')).policy).toMatchObject({ demo: true });
  });

  it('is in force without it when there is no managed policy', () => {
    rmSync(folder, { recursive: true });
    expect(load().policy).toMatchObject({ demo: true });
    mkdirSync(folder, { mode: 0o755 });
    writeFileSync(join(folder, 'README'), 'not a policy');
    expect(load().policy).toMatchObject({ demo: true });
  });

  it('is missing when neither is there, and says where it looked', () => {
    expect(problems(join(parent, 'no-such.json'))).toMatchObject([
      { kind: 'missing-file', source: join(parent, 'no-such.json') },
    ]);
    expect(problems(null)).toMatchObject([{ kind: 'missing-file', source: folder }]);
  });

  it('tells which of the files makes the whole invalid', () => {
    put('10.json', { limits: { revealSeconds: 20 } });
    const second = put('20.json', { limits: { revealSeconds: 2 } });
    expect(problems()).toMatchObject([{ source: second, line: 3, path: 'limits.revealSeconds', kind: 'wrong-value' }]);
  });

  it('tells of a wrong value that a later file hides', () => {
    const first = put('10.json', { limits: { revealSeconds: 'long' }, deepLink: 'yes' });
    put('20.json', { limits: { revealSeconds: 20 }, deepLink: true });
    expect(problems().map(({ source, line, path, kind }) => [source, line, path, kind])).toEqual(
      expect.arrayContaining([
        [first, 3, 'limits.revealSeconds', 'wrong-value'],
        [first, 5, 'deepLink', 'wrong-value'],
      ]),
    );
  });

  it('tells which of the files names a host that another does not allow', () => {
    const hosts = put('10-hosts.json', { allowedHosts: ['registry.example'] });
    expect(hosts).toBeTruthy();
    expect(problems()).toMatchObject([{ source: file, path: 'registry.url', kind: 'host-not-allowed' }]);
  });

  it('is refused as a whole for one wrong file, and every wrong file is told', () => {
    const first = put('10.json', '{');
    const third = put('30.json', '{"limits": {}, "limits": {}}');
    put('20.json', {});
    expect(problems().map(({ source, kind }) => [source, kind])).toEqual([
      [first, 'not-json'],
      [third, 'duplicate-key'],
    ]);
  });
});

describe.runIf(process.platform !== 'win32')('every kind of mistake in managed policy', () => {
  const at = (name = '50.json') => join(folder, name);
  const mistakes: readonly (readonly [string, () => unknown, object])[] = [
    ['an unknown key', () => put('50.json', { limit: {} }), { path: 'limit', line: 2, kind: 'unknown-key' }],
    [
      'an unknown key inside',
      () => put('50.json', { limits: { reveal: 1 } }),
      { path: 'limits.reveal', line: 3, kind: 'unknown-key' },
    ],
    [
      'a key that JavaScript gives every object',
      () => put('50.json', '{"__proto__": {"demo": false}}'),
      { path: '__proto__', kind: 'unknown-key' },
    ],
    [
      'a wrong type',
      () => put('50.json', { limits: { revealSeconds: '20' } }),
      { path: 'limits.revealSeconds', line: 3, kind: 'wrong-value' },
    ],
    ['a section of the wrong type', () => put('50.json', { limits: 5 }), { path: 'limits', kind: 'wrong-value' }],
    ['a value out of range', () => put('50.json', { ticket: { pattern: '[' } }), { path: 'ticket.pattern' }],
    ['nothing where something must be', () => put('50.json', { version: null }), { path: 'version' }],
    [
      'a key said twice',
      () => put('50.json', '{\n"limits": {\n"revealSeconds": 9,\n"revealSeconds": 10}}'),
      { path: 'limits.revealSeconds', line: 4, kind: 'duplicate-key' },
    ],
    ['no JSON', () => put('50.json', '{\n"limits": \n}'), { line: 3, kind: 'not-json' }],
    ['a comment', () => put('50.json', '{ } // later'), { line: 1, kind: 'not-json' }],
    ['an empty file', () => put('50.json', ''), { kind: 'not-json' }],
    ['a list', () => put('50.json', '[]'), { path: '', line: 1, kind: 'wrong-value' }],
    ['a depth nothing can follow', () => put('50.json', '['.repeat(500_000)), { kind: 'not-json' }],
    ['more than 1 MiB', () => put('50.json', ' '.repeat(1024 * 1024 + 1)), { kind: 'too-large' }],
    ['a file its group can write', () => chmodSync(put('50.json', {}), 0o664), { kind: 'writable-by-others' }],
    ['a file everyone can write', () => chmodSync(put('50.json', {}), 0o646), { kind: 'writable-by-others' }],
    ['a link', () => symlinkSync(file, at()), { kind: 'is-link' }],
    ['a link to nothing', () => symlinkSync(join(parent, 'nothing'), at()), { kind: 'is-link' }],
    ['a folder in place of a file', () => mkdirSync(at()), { kind: 'not-a-file' }],
  ];

  it.each(mistakes)('%s is refused, with its source', (_what, make, problem) => {
    make();
    expect(problems()).toEqual(expect.arrayContaining([expect.objectContaining({ source: at(), ...problem })]));
    expect(load().policy).toBeNull();
  });

  it.each([
    ['others can write', () => chmodSync(folder, 0o777), 'writable-by-others'],
    ['is below one that others can write', () => chmodSync(parent, 0o777), 'writable-by-others'],
    [
      'is a link',
      () => {
        rmSync(folder, { recursive: true });
        symlinkSync(parent, folder);
      },
      'is-link',
    ],
    [
      'is a file',
      () => {
        rmSync(folder, { recursive: true });
        writeFileSync(folder, '{}');
      },
      'not-a-file',
    ],
  ])('a folder that %s is refused, also while it holds nothing', (_what, make, kind) => {
    make();
    expect(problems(null)).toMatchObject([{ source: folder, kind }]);
  });

  it.runIf(process.getuid?.() === 0).each([
    ['a file', () => put('50.json', {}), () => at()],
    ['the folder', () => folder, () => folder],
  ])('%s that is neither root’s nor the developer’s is refused', (_what, make, source) => {
    chownSync(make(), 54_321, 54_321);
    expect(problems()).toMatchObject([{ source: source(), kind: 'foreign-owner' }]);
  });
});
