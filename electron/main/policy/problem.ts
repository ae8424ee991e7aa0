import type { PolicyProblem } from '../../../shared/desk-state.js';

type Kind = PolicyProblem['kind'];

/** A mistake of a source as a whole. */
export const problemOf = (source: string, kind: Kind, detail: string): PolicyProblem => ({
  source,
  path: '',
  line: null,
  kind,
  detail,
});

export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
