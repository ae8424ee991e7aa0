import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadPolicy } from '../../../../../electron/main/policy/policy.js';
import type { Ran } from '../../../../../electron/main/policy/run-program.js';
import { answering, machineOf } from './machine-of.js';

const demo = JSON.parse(readFileSync('resources/demo-policy.json', 'utf8')) as object;
let folder: string;
let file: string;

const load = (answer: string | Ran) =>
  loadPolicy(
    { ...machineOf(), platform: 'darwin', policyFile: null, managed: { kind: 'preferences', file } },
    answering({ [`/usr/bin/plutil -convert json -o - ${file}`]: answer }),
  );
const problems = (answer: string | Ran) => {
  const { state } = load(answer);
  return state.ok ? [] : state.problems;
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'preferences-'));
  chmodSync(folder, 0o755);
  file = join(folder, 'app.tunniste.desk.plist');
  writeFileSync(file, 'bplist00', { mode: 0o644 });
});
afterEach(() => rmSync(folder, { recursive: true }));

describe.runIf(process.platform !== 'win32')('managed preferences of macOS', () => {
  it('are the policy, as plutil writes them in JSON', () => {
    const { policy, state } = load(JSON.stringify(demo));
    expect(policy).toMatchObject({ demo: true, limits: { revealSeconds: 60 } });
    expect(state.ok && state.view.values.find(({ path }) => path === 'limits.revealSeconds')?.from).toEqual({
      source: file,
      line: null,
    });
  });

  it('are none where device management laid nothing down', () => {
    rmSync(file);
    expect(problems('{}')).toMatchObject([{ kind: 'missing-file' }]);
  });

  it.each<readonly [string, string | Ran, object]>([
    ['an unknown key', JSON.stringify({ ...demo, limit: 1 }), { path: 'limit', kind: 'unknown-key', line: null }],
    ['a wrong type', JSON.stringify({ ...demo, deepLink: 1 }), { path: 'deepLink', kind: 'wrong-value' }],
    ['a list', '[]', { kind: 'wrong-value' }],
    ['no property list, a date or bytes', { ok: false, why: 'ended with 1' }, { kind: 'no-answer' }],
    ['no plutil', { ok: false, why: 'ENOENT' }, { kind: 'no-answer', detail: '/usr/bin/plutil: ENOENT' }],
    ['no answer in time', { ok: false, why: 'ETIMEDOUT' }, { kind: 'no-answer' }],
  ])('%s is refused, with its source', (_what, answer, problem) => {
    expect(problems(answer)).toMatchObject([{ source: file, ...problem }]);
    expect(load(answer).policy).toBeNull();
  });

  it('are refused when others can write them, before anything is asked', () => {
    chmodSync(file, 0o666);
    expect(problems(JSON.stringify(demo))).toMatchObject([{ source: file, kind: 'writable-by-others' }]);
  });
});
