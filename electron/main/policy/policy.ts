import type { DeskState, PolicyProblem } from '../../../shared/desk-state.js';
import { readAuthorities } from './ca-file.js';
import { checkPolicy, lineIn } from './check.js';
import { readPolicyFile, type Trust } from './policy-file.js';
import type { Policy } from './schema.js';
import { policyView } from './view.js';

export interface LoadedPolicy {
  /** Null when anything at all is wrong: then the desk opens, says so and looks nobody up. */
  readonly policy: Policy | null;
  readonly state: DeskState['policy'];
  /** What `network.caFile` holds, PEM, one certificate each. */
  readonly authorities: readonly string[];
}

/** Reads and checks the machine's policy, once, at start. */
export const loadPolicy = async (file: string, platform: NodeJS.Platform, trust: Trust): Promise<LoadedPolicy> => {
  const refused = (problems: readonly PolicyProblem[]): LoadedPolicy => ({
    policy: null,
    state: { ok: false, file, problems },
    authorities: [],
  });
  const text = await readPolicyFile(file, platform, trust);
  if (typeof text !== 'string') return refused([text]);
  const checked = checkPolicy(text);
  if (!checked.ok) return refused(checked.problems);
  const { policy, tree } = checked;
  const extra = await readAuthorities(policy.network.caFile, platform, trust);
  if (!extra.ok) return refused([{ ...extra.problem, line: lineIn(text, tree, extra.problem.path) }]);
  return { policy, state: { ok: true, view: policyView(file, policy, tree) }, authorities: extra.authorities };
};
