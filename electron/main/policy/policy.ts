import type { DeskState, PolicyProblem } from '../../../shared/desk-state.js';
import { readAuthorities } from './ca-file.js';
import { checkLayers } from './check.js';
import { readDocument, type Read } from './document.js';
import { placeIn, type Layer } from './layer.js';
import type { Machine, PolicyPlaces } from './machine.js';
import { readManagedFolder } from './managed-folder.js';
import { readManagedPreferences } from './managed-preferences.js';
import { readManagedRegistry } from './managed-registry.js';
import { readPolicyFile } from './policy-file.js';
import { problemOf } from './problem.js';
import { runProgram, type RunProgram } from './run-program.js';
import type { Policy } from './schema.js';
import { policyView } from './view.js';

export interface LoadedPolicy {
  /** Null when anything at all is wrong: then the desk opens, says so and looks nobody up. */
  readonly policy: Policy | null;
  readonly state: DeskState['policy'];
  /** What each source says of it; none when it was refused. */
  readonly layers: readonly Layer[];
  /** What `network.caFile` holds, PEM, one certificate each. */
  readonly authorities: readonly string[];
}

const readBase = (file: string | null, machine: Machine): Read[] => {
  if (file === null) return [];
  const text = readPolicyFile(file, machine);
  if (typeof text === 'string') return [readDocument({ source: file, text })];
  return text.kind === 'missing-file' ? [] : [{ ok: false, problems: [text] }];
};

const readManaged = (managed: PolicyPlaces['managed'], machine: Machine): Read[] => {
  switch (managed?.kind) {
    case 'folder':
      return readManagedFolder(managed.folder, machine);
    case 'preferences':
      return readManagedPreferences(managed.file, machine);
    case 'registry':
      return readManagedRegistry(managed.name, machine);
    case undefined:
      return [];
  }
};

const whereOf = ({ policyFile, managed }: PolicyPlaces): string => {
  if (policyFile !== null) return policyFile;
  return managed?.kind === 'folder' ? managed.folder : '';
};

export const refused = (problems: readonly PolicyProblem[]): LoadedPolicy => ({
  policy: null,
  state: { ok: false, problems },
  layers: [],
  authorities: [],
});

/**
 * Reads and checks the machine's policy, once, at start. The rule is one: what the machine's management says goes over the policy file,
 * and among managed files the later name over the earlier; nothing of the agent's own is asked. One wrong source refuses them all.
 */
export const loadPolicy = (places: PolicyPlaces, run: RunProgram = runProgram): LoadedPolicy => {
  const machine = { ...places, run };
  const read = [...readBase(places.policyFile, machine), ...readManaged(places.managed, machine)];
  const problems = read.flatMap((each) => (each.ok ? [] : each.problems));
  if (problems.length > 0) return refused(problems);
  const where = whereOf(places);
  if (read.length === 0) return refused([problemOf(where, 'missing-file', where)]);
  const checked = checkLayers(read.flatMap((each) => (each.ok ? [each.layer] : [])));
  if (!checked.ok) return refused(checked.problems);
  const { policy, layers } = checked;
  const extra = readAuthorities(policy.network.caFile, machine);
  if (!extra.ok) return refused([{ ...extra.problem, ...placeIn(layers, extra.problem.path.split('.')) }]);
  return { policy, layers, state: { ok: true, view: policyView(policy, layers) }, authorities: extra.authorities };
};
