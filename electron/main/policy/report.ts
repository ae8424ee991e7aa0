import type { DeskState, PolicyProblem } from '../../../shared/desk-state.js';

type State = DeskState['policy'];

/** As compilers write it, so that editors can jump there. */
const lineOf = ({ source, line, path, kind, detail }: PolicyProblem): string =>
  [line === null ? source : `${source}:${line}`, path, kind, detail].filter(Boolean).join(': ');

/** One problem a line, or what is valid. */
export const asLines = (state: State): string => {
  const lines = state.ok
    ? [`The policy ${state.view.version} is valid.`, ...state.view.sources]
    : state.problems.map(lineOf);
  return `${lines.join('\n')}\n`;
};

/** `{ ok: true, version, sources }` or `{ ok: false, problems }`. */
export const asJson = (state: State): string => {
  const { ok } = state;
  const told = ok ? { ok, version: state.view.version, sources: state.view.sources } : { ok, problems: state.problems };
  return `${JSON.stringify(told, undefined, 2)}\n`;
};
