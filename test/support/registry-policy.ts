import type { ScimPolicy } from '../../electron/main/policy/registry-schema.js';
import { policySchema } from '../../electron/main/policy/schema.js';
import demoPolicy from '../../resources/demo-policy.json' with { type: 'json' };

/** The demo policy's registry, at another address and with changes. */
export const registryPolicy = (url: string, changes: Partial<ScimPolicy> = {}): ScimPolicy => {
  const { registry } = policySchema.parse(demoPolicy);
  if (registry.kind !== 'scim') throw new Error('the demo has a SCIM registry');
  return { ...registry, url, ...changes };
};
