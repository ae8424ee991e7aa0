import * as z from 'zod/mini';
import { policySchema } from '../../../electron/main/policy/schema.js';

/** As much of JSON Schema as the policy's uses. */
export interface Schema {
  readonly type?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

const policyJsonSchema = z.toJSONSchema(policySchema, { io: 'input' }) as Schema;

/** The top-level keys of a policy in their order, without the one that only points an editor at the schema. */
export const sections: readonly (readonly [string, Schema])[] = Object.entries(
  policyJsonSchema.properties ?? {},
).filter(([key]) => key !== '$schema');

export interface Leaf {
  readonly path: string;
  readonly schema: Schema;
}

/** Every key below a section that holds no further keys; `*` stands for a name that the policy gives. */
export const leavesOf = (schema: Schema, path: readonly string[] = []): Leaf[] => {
  const branches = [
    ...Object.entries(schema.properties ?? {}),
    ...(typeof schema.additionalProperties === 'object' ? [['*', schema.additionalProperties] as const] : []),
  ];
  const choices = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  if (branches.length === 0 && choices.length === 0) return path.length > 0 ? [{ path: path.join('.'), schema }] : [];
  return [
    ...branches.flatMap(([key, inner]) => leavesOf(inner, [...path, key])),
    ...choices.flatMap((choice) => leavesOf(choice, path)),
  ];
};

const rangeOf = ({ minimum, maximum }: Schema): string =>
  minimum === undefined && maximum === undefined ? '' : ` ${minimum ?? ''}…${maximum ?? ''}`;

/** What a key takes, in a form that is the same in every language. */
export const formOf = (schema: Schema): string => {
  const choices = schema.enum?.map((each) => JSON.stringify(each)).join(' | ');
  const items = schema.items ? `[${formOf(schema.items)}, …]` : undefined;
  const form = choices ?? items ?? (schema.const === undefined ? schema.type : JSON.stringify(schema.const)) ?? 'JSON';
  const usual = schema.default === undefined ? '' : ` = ${JSON.stringify(schema.default)}`;
  return `${form}${rangeOf(schema)}${usual}`;
};
