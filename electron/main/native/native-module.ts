import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fail, ok, type ErrorCode, type Result } from '../../../shared/result.js';
import { codeOf } from './code-of.mjs';

/** Where each native module lies and the SHA-256 of its code in hex, by `<name>.<platform>-<architecture>`; the build writes it. */
declare const NATIVE_MODULES: Readonly<Record<string, { readonly path: string; readonly sha256: string }>>;

const require = createRequire(import.meta.url);

const hashOf = (path: string): string =>
  createHash('sha256')
    .update(codeOf(readFileSync(path)))
    .digest('hex');

const isAsBuilt = ({ path, sha256 }: { readonly path: string; readonly sha256: string }): boolean => {
  try {
    return hashOf(require.resolve(path)) === sha256;
  } catch {
    return false;
  }
};

/**
 * SECURITY: native modules lie beside the sealed archive, where its seal does not reach: what is loaded into main is what was built, by a
 * hash that lies inside. Fails with `program-altered` when the file is another or gone, with `otherwise` when this system cannot load it.
 * (Whoever can change the file between the two reads can change the program itself.)
 */
export const loadNative = <T>(name: string, otherwise: ErrorCode): Result<T> => {
  const known = NATIVE_MODULES[`${name}.${process.platform}-${process.arch}`];
  if (!known) return fail(otherwise);
  if (!isAsBuilt(known)) return fail('program-altered');
  try {
    return ok(require(known.path) as T);
  } catch {
    return fail(otherwise);
  }
};
