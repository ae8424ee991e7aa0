import { en } from './en/index.js';

const isKeyOf =
  <Terms extends object>(terms: Terms) =>
  (id: string): id is keyof Terms & string =>
    Object.hasOwn(terms, id);

/** A policy may name purposes, and a journal codes, that no catalogue knows; those are shown as they are. */
export const isKnownPurpose = isKeyOf(en.terms.purpose);
export const isKnownRole = isKeyOf(en.terms.role);
export const isKnownType = isKeyOf(en.audit.types);
export const isKnownCode = isKeyOf(en.audit.outcomes);
export const isKnownRule = isKeyOf(en.watch.rules);
export const isKnownFailure = isKeyOf(en.failures);
