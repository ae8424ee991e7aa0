import type { DeskState } from '../../../shared/desk-state.js';
import { checkPolicy } from './check.js';
import { readPolicyFile, type Trust } from './policy-file.js';
import type { Policy } from './schema.js';
import { policyView } from './view.js';

export interface LoadedPolicy {
  /** Null when anything at all is wrong: then the desk opens, says so and looks nobody up. */
  readonly policy: Policy | null;
  readonly state: DeskState['policy'];
}

/** Reads and checks the machine's policy, once, at start. */
export const loadPolicy = async (file: string, platform: NodeJS.Platform, trust: Trust): Promise<LoadedPolicy> => {
  const text = await readPolicyFile(file, platform, trust);
  if (typeof text !== 'string') return { policy: null, state: { ok: false, file, problems: [text] } };
  const checked = checkPolicy(text);
  if (!checked.ok) return { policy: null, state: { ok: false, file, problems: checked.problems } };
  return { policy: checked.policy, state: { ok: true, view: policyView(file, checked.policy, checked.tree) } };
};
