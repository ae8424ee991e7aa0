import type { $ZodIssue } from 'zod/v4/core';
import type { PolicyProblem } from '../../../shared/desk-state.js';
import { readDocument } from './document.js';
import { hostProblems } from './hosts.js';
import { isBranch, merge, placeIn, type Layer, type Path, type Place } from './layer.js';
import { policySchema, type Policy } from './schema.js';
import { whyOf } from './why.js';

export type Checked =
  | { readonly ok: true; readonly policy: Policy; readonly layers: readonly Layer[] }
  | { readonly ok: false; readonly problems: readonly PolicyProblem[] };

/** The nearest place that exists: a missing key is shown where it is missing. */
export const nearestPlace = (layers: readonly Layer[], path: Path): Place => {
  for (let length = path.length; length > 0; length--) {
    const place = placeIn(layers, path.slice(0, length));
    if (place) return place;
  }
  return layers[0]?.placeOf([]) ?? { source: '', line: null };
};

const isSaid = (value: unknown, [key, ...rest]: Path): boolean => {
  if (key === undefined) return true;
  if (!isBranch(value) && !Array.isArray(value)) return false;
  return Object.hasOwn(value, key) && isSaid((value as Readonly<Record<PropertyKey, unknown>>)[key], rest);
};

const at = (layers: readonly Layer[], path: Path, kind: PolicyProblem['kind'], detail: string): PolicyProblem => ({
  ...nearestPlace(layers, path),
  path: path.map(String).join('.'),
  kind,
  detail,
});

const fromIssue = (layers: readonly Layer[], merged: unknown, issue: $ZodIssue): PolicyProblem[] => {
  const { path, message } = issue;
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => at(layers, [...path, key], 'unknown-key', key));
  }
  const why = whyOf(issue, merged);
  const problem = at(layers, path, isSaid(merged, path) ? 'wrong-value' : 'missing-key', message);
  return [why ? { ...problem, why } : problem];
};

/** A value that is wrong is told although a later source hides it. Which choice of a union a key belongs to, only the whole can tell. */
const hiddenProblems = (layers: readonly Layer[], merged: unknown): PolicyProblem[] =>
  layers.flatMap((layer) => {
    const inForce = merge(merged, layer.value);
    const issues = policySchema.safeParse(inForce).error?.issues ?? [];
    return issues
      .filter(({ code, path }) => !['unrecognized_keys', 'invalid_union'].includes(code) && layer.placeOf(path))
      .flatMap((issue) => fromIssue([layer], inForce, issue));
  });

/**
 * Merges what the sources say, the later over the earlier, and checks it against the schema and against itself. Every problem is listed,
 * each with its path and the source and line that say it.
 */
export const checkLayers = (layers: readonly Layer[]): Checked => {
  const merged = layers.map(({ value }) => value).reduce(merge, {});
  const checked = policySchema.safeParse(merged);
  if (!checked.success)
    return { ok: false, problems: checked.error.issues.flatMap((issue) => fromIssue(layers, merged, issue)) };
  const problems = [
    ...hiddenProblems(layers.slice(0, -1), merged),
    ...hostProblems(checked.data).map(({ path, kind, detail }) => at(layers, path, kind, detail)),
  ];
  return problems.length > 0 ? { ok: false, problems } : { ok: true, policy: checked.data, layers };
};

/** Checks one text that is a whole policy by itself. */
export const checkPolicy = (text: string, source = ''): Checked => {
  const read = readDocument({ source, text });
  return read.ok ? checkLayers([read.layer]) : read;
};
