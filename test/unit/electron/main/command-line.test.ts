import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exitCodes, help, readCommandLine } from '../../../../electron/main/command-line.js';

const link = 'tunniste:call?ticket=INC-20418';
const installed = (...words: string[]) => readCommandLine(['/opt/tunniste/tunniste', ...words], true);
const fromSource = (...words: string[]) => readCommandLine(['electron', '--no-sandbox', '/src/app', ...words], false);

describe.each([
  ['installed', installed],
  ['run from source', fromSource],
])('the command line of a desk %s', (_what, read) => {
  it.each<readonly [readonly string[], object]>([
    [[], { kind: 'desk', link: null }],
    [['--'], { kind: 'desk', link: null }],
    [[link], { kind: 'desk', link }],
    [['--', link], { kind: 'desk', link }],
    [['TUNNISTE:evil'], { kind: 'desk', link: 'TUNNISTE:evil' }],
    [['--check-policy'], { kind: 'check-policy', file: null, json: false }],
    [['--check-policy', 'a.json'], { kind: 'check-policy', file: 'a.json', json: false }],
    [['--check-policy', '--json', 'a.json'], { kind: 'check-policy', file: 'a.json', json: true }],
    [['--check-policy', '--json'], { kind: 'check-policy', file: null, json: true }],
    [['--device-key'], { kind: 'device-key' }],
    [['--rotate-device-key'], { kind: 'rotate-device-key' }],
    [['--self-test'], { kind: 'self-test', json: false }],
    [['--self-test', '--json'], { kind: 'self-test', json: true }],
    [['--forget'], { kind: 'forget' }],
    [['--version'], { kind: 'version' }],
    [['--help'], { kind: 'help' }],
  ])('%j is understood', (words, asked) => expect(read(...words)).toEqual(asked));

  it.each([
    ['--chek-policy'],
    ['-v'],
    ['--json'],
    ['file.json'],
    ['--check-policy', 'a.json', 'b.json'],
    ['--check-policy', '--help'],
    ['--check-policy=a.json'],
    ['--version', '--help'],
    ['--version', '--json'],
    ['--device-key', 'now'],
    ['--self-test', 'now'],
    ['--forget', '--json'],
    [link, link],
  ])('%s %s %s is wrong usage', (...words) => {
    expect(read(...words.filter((word) => word !== undefined))).toMatchObject({ kind: 'usage' });
  });

  it('a link has no say in anything else, whatever comes with it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('--check-policy', '--device-key', '--forget', '--self-test', '--json', 'x', '--help')),
        (words) => {
          fc.pre(words.length > 0);
          expect(read(link, ...words)).toMatchObject({ kind: 'usage' });
          expect(read(...words, link)).toMatchObject({ kind: 'usage' });
        },
      ),
    );
  });
});

describe('what Electron and Chromium take', () => {
  const theirs = [
    '--policy=/a',
    '--policies=/b',
    '--browser=/x',
    '--user-data-dir=/c',
    '--log-level=3',
    '--remote-debugging-port=0',
  ];

  it('is theirs on a run from source', () => {
    expect(fromSource(...theirs)).toEqual({ kind: 'desk', link: null });
    expect(fromSource(...theirs, '--check-policy')).toMatchObject({ kind: 'check-policy' });
  });

  it.each(theirs)('%s is wrong usage of an installed desk', (word) => {
    expect(installed(word)).toMatchObject({ kind: 'usage' });
  });
});

it('--help names every command and every exit code', () => {
  for (const word of [
    '--check-policy',
    '--json',
    '--device-key',
    '--rotate-device-key',
    '--self-test',
    '--forget',
    '--version',
    '--help',
    ...Object.values(exitCodes),
  ]) {
    expect(help).toContain(String(word));
  }
});
