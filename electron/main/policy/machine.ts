import type { RunProgram } from './run-program.js';

/** Whose file the desk trusts: root's, and on a run from source the developer's own. */
export interface Trust {
  readonly ownUid: number | null;
}

/** What managed policy is by the system's own convention. */
export type Managed =
  /** JSON files, merged in the order of their names. */
  | { readonly kind: 'folder'; readonly folder: string }
  /** A property list that device management lays down. */
  | { readonly kind: 'preferences'; readonly file: string }
  /** A key below `HKLM\Software\Policies`. */
  | { readonly kind: 'registry'; readonly name: string };

/** Where this machine's policy is, and how far what lies there is trusted. */
export interface PolicyPlaces {
  readonly platform: NodeJS.Platform;
  readonly trust: Trust;
  /** The file under the managed policy; null when there is to be none. */
  readonly policyFile: string | null;
  /** Null when there is to be none. */
  readonly managed: Managed | null;
}

/** The places, with what asks the system's own programs about them. */
export interface Machine extends Pick<PolicyPlaces, 'platform' | 'trust'> {
  readonly run: RunProgram;
}

/**
 * SECURITY: where Windows is. Its environment is the agent's to write, who would have the policy read by a program of their own; a machine
 * that has it elsewhere finds no program there, and with that no policy.
 */
export const systemRoot = 'C:\\Windows';

/** The identifier under which macOS knows the desk. */
export const bundleIdentifier = 'app.tunniste.desk';

/** Where IT puts the policy file: a place that an agent cannot write to, by each system's convention. */
export const machinePolicyFile = (platform: NodeJS.Platform): string => {
  if (platform === 'win32') return 'C:\\ProgramData\\Tunniste\\policy.json';
  if (platform === 'darwin') return '/Library/Application Support/Tunniste/policy.json';
  return '/etc/tunniste/policy.json';
};

/** Where the machine's management puts its rules. What is managed for one account alone is no machine's policy and is not asked. */
export const machineManaged = (platform: NodeJS.Platform): Managed => {
  if (platform === 'win32') return { kind: 'registry', name: 'Tunniste' };
  if (platform === 'darwin') {
    return { kind: 'preferences', file: `/Library/Managed Preferences/${bundleIdentifier}.plist` };
  }
  return { kind: 'folder', folder: '/etc/tunniste/policies/managed' };
};
