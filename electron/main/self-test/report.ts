import type { Checked } from './check.js';

interface About {
  readonly version: string;
  readonly runtime: string;
}

const marks = { sound: 'ok', wrong: 'WRONG', unchecked: 'not checked' } as const;

/** One check a line. */
export const asLines = ({ version, runtime }: About, checks: readonly Checked[]): string =>
  [
    `Tunniste ${version}, ${runtime}`,
    ...checks.map(({ name, result, detail }) => `${marks[result]}: ${name}: ${detail}`),
    '',
  ].join('\n');

/** `{ ok, version, runtime, checks: [{ name, result, detail }] }` */
export const asJson = (about: About, checks: readonly Checked[]): string =>
  `${JSON.stringify({ ok: checks.every(({ result }) => result === 'sound'), ...about, checks }, undefined, 2)}\n`;

/** What was found wrong weighs more than what could not be looked at. */
export const worst = (checks: readonly Checked[]): Checked['result'] =>
  (['wrong', 'unchecked'] as const).find((result) => checks.some((each) => each.result === result)) ?? 'sound';
