import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const at = (path: string): URL => new URL(`../../../${path}`, import.meta.url);
const text = readFileSync(at('docs/privacy-statements.md'), 'utf8');

/** Statement, what the desk does, and what shows it. */
const rows = text
  .split('\n')
  .filter((line) => /^\| (?!statement |-)/.test(line))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

/** The names that a file gives its tests, as they are written there. */
const testsIn = (path: string): string[] =>
  [...readFileSync(at(path), 'utf8').matchAll(/\b(?:test|it)\(\s*(['"`])((?:\\.|(?!\1).)*)\1/g)].map(
    ([, , name = '']) => name.replace(/\\(.)/g, '$1'),
  );

describe('the statements of the privacy policy', () => {
  it('are all there, each with what the desk does and what shows it', () => {
    expect(rows).toHaveLength(18);
    for (const row of rows) expect(row, row[0]).toHaveLength(3);
  });

  it.each(rows)('%s', (_statement, _desk, shown = '') => {
    const [, path = '', name = ''] = /^`(test\/[\w/.-]+\.test\.ts)` "(.+)"$/.exec(shown) ?? [];
    expect(existsSync(at(path || 'no-such-file')), shown).toBe(true);
    expect(testsIn(path)).toContain(name);
  });

  it('name no test for two of them', () => {
    const named = rows.map(([, , shown]) => shown);
    expect(new Set(named).size).toBe(named.length);
  });
});
