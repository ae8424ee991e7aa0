import { X509Certificate } from 'node:crypto';
import type { PolicyProblem } from '../../../shared/desk-state.js';
import type { Machine } from './machine.js';
import { readPolicyFile } from './policy-file.js';
import { problemOf } from './problem.js';

export type Authorities =
  | { readonly ok: true; readonly authorities: readonly string[] }
  | { readonly ok: false; readonly problem: PolicyProblem };

/** Words between the blocks explain them (RFC 7468 §5.2); a block of another kind, such as a private key, has no business here. */
const block = /-----BEGIN ([^-]*)-----[^-]*-----END \1-----/g;

const kindOf = (pem: string, now: Date): PolicyProblem['kind'] | null => {
  try {
    const { ca, validTo } = new X509Certificate(pem);
    if (!ca) return 'not-an-authority';
    return new Date(validTo) < now ? 'expired-authority' : null;
  } catch {
    return 'not-certificates';
  }
};

const problemIn = (found: readonly RegExpMatchArray[], text: string, now: Date): PolicyProblem['kind'] | null => {
  const begun = text.match(/-----BEGIN/g)?.length ?? 0;
  const clean = begun > 0 && begun === found.length && found.every(([, label]) => label === 'CERTIFICATE');
  return clean ? (found.map(([pem]) => kindOf(pem, now)).find((kind) => kind !== null) ?? null) : 'not-certificates';
};

/**
 * The authorities of the policy's `network.caFile`, PEM, one certificate each; none without the key. The file must be as safe as the
 * policy's own, and every certificate in it a valid authority's: half a file is no file.
 */
export const readAuthorities = (file: string | undefined, machine: Machine, now = new Date()): Authorities => {
  const path = 'network.caFile';
  if (file === undefined) return { ok: true, authorities: [] };
  const text = readPolicyFile(file, machine);
  if (typeof text !== 'string') return { ok: false, problem: { ...text, path } };
  const found = [...text.matchAll(block)];
  const kind = problemIn(found, text, now);
  if (kind) return { ok: false, problem: { ...problemOf(file, kind, file), path } };
  return { ok: true, authorities: found.map(([pem]) => pem) };
};
