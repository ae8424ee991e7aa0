import { policySchema, type Policy } from '../../electron/main/policy/schema.js';
import demoPolicy from '../../resources/demo-policy.json' with { type: 'json' };

/** The demo policy's registry, at another address and with changes. */
export const registryPolicy = (url: string, changes: Partial<Policy['registry']> = {}): Policy['registry'] => ({
  ...policySchema.parse(demoPolicy).registry,
  url,
  ...changes,
});
