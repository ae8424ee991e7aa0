import type { ScimPolicy } from '../policy/registry-schema.js';

export type Mapping = ScimPolicy['attributes'];

/** A SCIM attribute path (RFC 7644 §3.10), taken apart. */
interface Path {
  readonly schema: string | null;
  readonly attribute: string;
  /** Which of several values: `[type eq "work"]`. */
  readonly type: string | null;
  readonly part: string | null;
}

const grammar = /^(?:(urn:.+):)?([A-Za-z][\w$-]*)(?:\[type eq "([\w-]+)"\])?(?:\.([A-Za-z][\w$-]*))?$/;
const coreSchema = 'urn:ietf:params:scim:schemas:core:2.0:user';

const parsePath = (text: string): Path => {
  const [, schema, attribute, type, part] = grammar.exec(text) ?? [];
  if (!attribute) throw new Error(`not an attribute path: ${text}`);
  return { schema: schema ?? null, attribute, type: type ?? null, part: part ?? null };
};

const prefix = ({ schema }: Path): string => (schema === null ? '' : `${schema}:`);

/** `path eq literal`; one of several values is asked as RFC 7644's valuePath, so that type and value must meet in the same one. */
export const comparison = (path: string, literal: string): string => {
  const parsed = parsePath(path);
  if (parsed.type === null) return `${path} eq ${literal}`;
  return `${prefix(parsed)}${parsed.attribute}[type eq "${parsed.type}" and ${parsed.part ?? 'value'} eq ${literal}]`;
};

/** The names that the policy maps, with their paths. */
export const mapped = (mapping: Mapping): [name: string, path: string][] =>
  Object.entries(mapping).filter((entry): entry is [string, string] => entry[1] !== undefined);

/** What to ask for: the mapped paths and no more. A path with a filter is not allowed there (RFC 7644 §3.9), so the type comes along. */
export const requestedAttributes = (mapping: Mapping): string[] => {
  const paths = mapped(mapping).flatMap(([, path]) => {
    const parsed = parsePath(path);
    if (parsed.type === null) return [path];
    const attribute = prefix(parsed) + parsed.attribute;
    return [`${attribute}.type`, `${attribute}.${parsed.part ?? 'value'}`];
  });
  return [...new Set(['id', ...paths])];
};

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Attribute names do not mind case (RFC 7643 §2.1). */
const member = (holder: unknown, name: string): unknown =>
  isObject(holder) ? Object.entries(holder).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1] : undefined;

const isPrimary = (value: unknown): boolean => member(value, 'primary') === true;

/** The values of that type, the primary one first (RFC 7643 §2.4). */
const ofType = (values: readonly unknown[], type: string | null): unknown[] => {
  const wanted = (value: unknown) => {
    const kind = member(value, 'type');
    return type === null || (typeof kind === 'string' && kind.toLowerCase() === type.toLowerCase());
  };
  const fitting = values.filter(wanted);
  return [...fitting.filter(isPrimary), ...fitting.filter((value) => !isPrimary(value))];
};

/** What a resource holds at a path, the value that is preferred first. Their type is whatever the server sent. */
export const valuesAt = (resource: unknown, path: string): readonly unknown[] => {
  const { schema, attribute, type, part } = parsePath(path);
  const holder = schema === null || schema.toLowerCase() === coreSchema ? resource : member(resource, schema);
  const held = member(holder, attribute);
  const values = Array.isArray(held) ? ofType(held, type) : [held];
  return part === null ? values : values.map((value) => member(value, part));
};

/** The one that is preferred; undefined when there is none. */
export const valueAt = (resource: unknown, path: string): unknown => valuesAt(resource, path)[0];
