import type { DeskState, PolicyProblem } from '../../../shared/desk-state.js';
import type { RatedPurpose, Warning } from './warnings.js';

type State = DeskState['policy'];

/** As compilers write it, so that editors can jump there. */
const lineOf = ({ source, line, path, kind, detail }: PolicyProblem | Warning): string =>
  [line === null ? source : `${source}:${line}`, path, kind, detail].filter(Boolean).join(': ');

/** Score, purpose, and the weakest way to it. */
const rowsOf = (purposes: readonly RatedPurpose[]): string[] => {
  const width = Math.max(...purposes.map(({ id }) => id.length));
  return purposes.map(({ id, score, weakest }) => {
    const way = weakest === null ? 'no way' : weakest.join(' + ') || 'nobody is proven';
    return `${String(score ?? '-').padStart(3)}  ${id.padEnd(width)}  ${way}`;
  });
};

const validLines = ({ version, sources }: { version: string; sources: readonly string[] }): string[] => [
  `The policy ${version} is valid.`,
  ...sources,
];

/** What is wrong in several purposes for one reason is said once. */
const ratedLines = (purposes: readonly RatedPurpose[]): string[] => {
  const warnings = new Set(purposes.flatMap((purpose) => purpose.warnings.map(lineOf)));
  return ['', ...rowsOf(purposes), ...(warnings.size > 0 ? ['', ...warnings] : [])];
};

/** One problem a line; or what is valid, the score of each purpose, and one warning a line. */
export const asLines = (state: State, purposes: readonly RatedPurpose[] = []): string => {
  const lines = state.ok ? [...validLines(state.view), ...ratedLines(purposes)] : state.problems.map(lineOf);
  return `${lines.join('\n')}\n`;
};

/** `{ ok: true, version, sources, purposes }` or `{ ok: false, problems }`. */
export const asJson = (state: State, purposes: readonly RatedPurpose[]): string => {
  const { ok } = state;
  const told = ok
    ? { ok, version: state.view.version, sources: state.view.sources, purposes }
    : { ok, problems: state.problems.map(({ why: _why, ...problem }) => problem) };
  return `${JSON.stringify(told, undefined, 2)}\n`;
};
