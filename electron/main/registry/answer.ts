import * as z from 'zod/mini';
import { fail, ok, type Result } from '../../../shared/result.js';
import type { Mapping } from './attributes.js';
import { caseless } from './folding.js';
import { isAsked } from './is-asked.js';
import { mostHits, type RegistryQuery } from './registry.js';
import type { Subject } from './subject.js';
import { parseSubject } from './subject-parser.js';

const listSchema = 'urn:ietf:params:scim:api:messages:2.0:ListResponse';

/** RFC 7644 §3.4.2; `Resources` may be left out when there are none. */
const list = z.object({
  schemas: z.array(z.string()).check(z.refine((schemas) => schemas.includes(listSchema))),
  totalResults: z.int().check(z.gte(0)),
  Resources: z._default(z.array(z.unknown()), []),
});

const allDifferent = (values: readonly string[]): boolean => new Set(values).size === values.length;

/** Whether an answer can be believed: every subject whole, what was asked for, and there once. */
export const isSound = (
  subjects: readonly (Subject | null)[],
  query: RegistryQuery,
): subjects is readonly Subject[] => {
  const whole = subjects.filter((subject) => subject !== null && isAsked(subject, query)) as readonly Subject[];
  const unique =
    allDifferent(whole.map(({ id }) => id)) && allDifferent(whole.map(({ userName }) => caseless(userName)));
  return whole.length === subjects.length && unique;
};

/**
 * Reads a ListResponse. All or nothing: one resource that is broken, twice there or not what was asked for makes the whole answer
 * `registry-invalid`, because nobody can tell then which of the rest to believe.
 */
export const readAnswer = (
  body: unknown,
  query: RegistryQuery,
  mapping: Mapping,
): Result<readonly Subject[] | 'too-many'> => {
  const parsed = list.safeParse(body);
  if (!parsed.success) return fail('registry-invalid');
  const { totalResults, Resources: resources } = parsed.data;
  if (Math.max(totalResults, resources.length) > mostHits) return ok('too-many');
  if (totalResults !== resources.length) return fail('registry-invalid');
  const subjects = resources.map((resource) => parseSubject(resource, mapping));
  return isSound(subjects, query) ? ok(subjects) : fail('registry-invalid');
};
