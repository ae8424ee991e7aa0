import * as z from 'zod/mini';
import { policyRules } from '../../../shared/policy-problem.js';
import en from 'zod/v4/locales/en.js';

// A policy is parsed once: a parser compiled for it costs more than it saves, and compiles code at run time.
z.config({ ...en(), jitless: true });

/** Says what a key is for, in the schema and in all that is made of it. Takes a schema of its own: what is said of a shared one is said wherever it is used. */
export const said = <Schema extends z.ZodMiniType>(schema: Schema, about: string): Schema => {
  z.globalRegistry.add(schema, { description: about });
  return schema;
};

export const text = () => between(1, 200);

/** Text of so many UTF-16 code units. */
export const between = (least: number, most: number) => z.string().check(z.minLength(least), z.maxLength(most));

export const whole = (least: number, most: number) => z.int().check(z.gte(least), z.lte(most));
export const minutes = () => whole(1, 24 * 60);
export const points = () => whole(0, 100);

/** What holds where the policy says nothing. */
export const usually = z._default;

/** Keys that have all something that usually holds, and so may be left out together. */
export const section = <Shape extends z.core.$ZodShape>(shape: Shape) => {
  const keys = z.strictObject(shape);
  return z.prefault(keys, {} as z.input<typeof keys>);
};

/** A URL of http or https. What else it can carry would end up in settings, in logs and in the wrong place of a request. */
export const bareUrl = () =>
  z.url({ protocol: /^https?$/ }).check(z.refine((url) => !/[?#@]/.test(url), policyRules['bare-address']));
