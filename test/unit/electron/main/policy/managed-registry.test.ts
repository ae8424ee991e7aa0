import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadPolicy } from '../../../../../electron/main/policy/policy.js';
import type { Ran } from '../../../../../electron/main/policy/run-program.js';
import { answering, machineOf } from './machine-of.js';

const demo = JSON.parse(readFileSync('resources/demo-policy.json', 'utf8')) as Record<string, unknown>;
const key = 'HKEY_LOCAL_MACHINE\\Software\\Policies\\Tunniste';
const shortKey = 'HKLM\\Software\\Policies\\Tunniste';

/** As `reg query` writes it (Windows 11), with invented values. */
const parentAnswer =
  '\r\nHKEY_LOCAL_MACHINE\\Software\\Policies\\Microsoft\r\nHKEY_LOCAL_MACHINE\\Software\\Policies\\Tunniste\r\n';
const written = (values: readonly (readonly [string, string, string])[], more = '') =>
  `\r\n${key}\r\n${values.map(([name, type, text]) => `    ${name}    ${type}    ${text}\r\n`).join('')}\r\n${more}`;
const whole = Object.entries(demo)
  .filter(([name]) => name !== '$schema')
  .map(([name, value]) => [name, 'REG_SZ', typeof value === 'string' ? value : JSON.stringify(value)] as const);

const load = (values: string | Ran, parent: string | Ran = parentAnswer) =>
  loadPolicy(
    {
      ...machineOf({ platform: 'win32', trust: { ownUid: 1 } }),
      policyFile: null,
      managed: { kind: 'registry', name: 'Tunniste' },
    },
    answering({ '/s /reg:64': values, 'Policies"': parent }),
  );
const problems = (values: string | Ran, parent?: string | Ran) => {
  const { state } = load(values, parent);
  return state.ok ? [] : state.problems;
};

describe('managed policy in the registry of Windows', () => {
  it('is one value a key: text as it is, the rest JSON', () => {
    const { policy, state } = load(written(whole));
    expect(policy).toMatchObject({ version: demo['version'], demo: true, limits: { revealSeconds: 60 } });
    const from = (path: string) => state.ok && state.view.values.find((value) => value.path === path)?.from;
    expect(from('limits.revealSeconds')).toEqual({ source: `${shortKey}\\limits`, line: null });
    expect(from('deepLink')).toBeNull();
  });

  it('keeps every letter', () => {
    const values = whole.map(
      ([name, type, text]) => [name, type, text.replace('Esimerkki', 'Äijän 日本 ? Öylätti')] as const,
    );
    expect(load(written(values)).policy?.organisation.name).toBe('Äijän 日本 ? Öylätti Oy');
  });

  it('takes a version of digits for text, without quotes', () => {
    const values = whole.map(([name, type, text]) => [name, type, name === 'version' ? '5' : text] as const);
    expect(load(written(values)).policy?.version).toBe('5');
  });

  it('asks only the programs of the system, by their whole path', () => {
    const asked: string[] = [];
    loadPolicy(
      { ...machineOf({ platform: 'win32' }), policyFile: null, managed: { kind: 'registry', name: 'Tunniste' } },
      (command) => {
        asked.push([command.file, ...command.args].join(' '));
        expect(command.env).toEqual({ SystemRoot: 'C:\\Windows', PATH: 'C:\\Windows\\System32' });
        return { ok: true, out: Buffer.from(asked.length === 1 ? parentAnswer : written(whole)) };
      },
    );
    const chcp = '"C:\\Windows\\System32\\chcp.com" 65001>nul';
    const reg = '"C:\\Windows\\System32\\reg.exe" query';
    expect(asked).toEqual([
      `C:\\Windows\\System32\\cmd.exe /d /s /c "${chcp} && ${reg} "HKLM\\Software\\Policies"  /reg:64"`,
      `C:\\Windows\\System32\\cmd.exe /d /s /c "${chcp} && ${reg} "${shortKey}" /s /reg:64"`,
    ]);
  });

  it('is not there where the machine has no such key, whatever reg.exe ends with for one', () => {
    expect(
      problems({ ok: false, why: 'ended with 1' }, '\r\nHKEY_LOCAL_MACHINE\\Software\\Policies\\Microsoft\r\n'),
    ).toMatchObject([{ kind: 'missing-file' }]);
  });

  it.each<readonly [string, string | Ran, object]>([
    [
      'a number',
      written([['deepLink', 'REG_DWORD', '0x1']]),
      { source: `${shortKey}\\deepLink`, path: 'deepLink', kind: 'wrong-value', detail: 'REG_DWORD, expected REG_SZ' },
    ],
    [
      'a list of texts',
      written([['allowedHosts', 'REG_MULTI_SZ', 'a\\0b']]),
      { path: 'allowedHosts', kind: 'wrong-value' },
    ],
    [
      'a text that expands',
      written([['version', 'REG_EXPAND_SZ', '%PATH%']]),
      { path: 'version', kind: 'wrong-value' },
    ],
    [
      'no JSON',
      written([['limits', 'REG_SZ', '{revealSeconds: 5}']]),
      { source: `${shortKey}\\limits`, path: 'limits', line: null, kind: 'not-json' },
    ],
    [
      'a key said twice',
      written([['limits', 'REG_SZ', '{"revealSeconds":5,"revealSeconds":6}']]),
      { path: 'limits.revealSeconds', kind: 'duplicate-key' },
    ],
    [
      'an unknown name',
      written([...whole, ['limit', 'REG_SZ', '{}']]),
      { source: `${shortKey}\\limit`, path: 'limit', kind: 'unknown-key' },
    ],
    [
      'the right name in the wrong case',
      written([...whole, ['deeplink', 'REG_SZ', 'true']]),
      { path: 'deeplink', kind: 'unknown-key' },
    ],
    [
      'a wrong value inside',
      written(whole.map(([name, type, text]) => [name, type, name === 'limits' ? '{"revealSeconds":"5"}' : text])),
      { source: `${shortKey}\\limits`, path: 'limits.revealSeconds', kind: 'wrong-value' },
    ],
    [
      'a key in place of a value',
      written(whole, `${key}\\limits\r\n`),
      { source: `${key}\\limits`, kind: 'unknown-key' },
    ],
    ['a value of two lines', written([['limits', 'REG_SZ', '{\r\n}']]), { source: shortKey, kind: 'unreadable-file' }],
    ['letters that are no UTF-8', { ok: true, out: Buffer.from([0x20, 0xe4]) }, { kind: 'not-json' }],
    ['a key that may not be read', { ok: false, why: 'ended with 1' }, { source: shortKey, kind: 'no-answer' }],
    ['no answer in time', { ok: false, why: 'ETIMEDOUT' }, { kind: 'no-answer', detail: 'reg.exe: ETIMEDOUT' }],
    ['an answer without end', { ok: false, why: 'ENOBUFS' }, { kind: 'no-answer' }],
  ])('%s is refused, with its source', (_what, values, problem) => {
    expect(problems(values)).toEqual(expect.arrayContaining([expect.objectContaining(problem)]));
    expect(load(values).policy).toBeNull();
  });

  it('is in force beside keys of others whose names are no UTF-8', () => {
    const out = Buffer.concat([Buffer.from([0x20, 0xe4, 0x0d, 0x0a]), Buffer.from(parentAnswer)]);
    expect(load(written(whole), { ok: true, out }).policy).toMatchObject({ version: demo['version'] });
  });

  it('is refused when reg.exe is not there: nobody knows then what is managed', () => {
    expect(problems('', { ok: false, why: 'ENOENT' })).toMatchObject([
      { kind: 'no-answer', detail: 'reg.exe: ENOENT' },
    ]);
  });
});
