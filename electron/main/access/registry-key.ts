import type { Handlers } from '../../../shared/contract.js';
import type { DeskState } from '../../../shared/desk-state.js';
import { fail, ok } from '../../../shared/result.js';
import type { AuditLog } from '../audit/audit-log.js';
import type { KeyFile } from '../credentials/key-file.js';
import type { Policy } from '../policy/schema.js';
import { accessKeyOf } from './access-key.js';
import { createKeptKey, keptKeyAnswers } from './kept-key.js';
import type { SignIn } from './session.js';

interface Parts {
  readonly policy: Policy | null;
  readonly store: Pick<KeyFile, 'registryKey' | 'keepRegistryKey' | 'forgetRegistryKey'>;
  readonly audit: Pick<AuditLog, 'record'>;
  readonly signIn: Pick<SignIn, 'accessToken'>;
}

/** What opens a directory whose agents sign in with a provider: the desk's own, entered once, beside every session. */
export interface RegistryKey {
  readonly state: DeskState['registryKey'];
  /** What opens the registry for one request of whoever is signed in. */
  readonly token: SignIn['accessToken'];
  /** `deskState` answers with the desk as it is then; `renewPage` takes away the page that the key was typed into. */
  handlers(
    deskState: Handlers['deskState'],
    renewPage: () => void,
  ): Pick<Handlers, 'keepRegistryKey' | 'forgetRegistryKey'>;
}

/** With a provider an agent's own token opens a SCIM service, and nothing of the agent's opens a directory. */
const isNeeded = (policy: Policy | null): boolean => policy?.signIn.kind === 'oidc' && policy.registry.kind === 'ldap';

export const createRegistryKey = ({ policy, store, audit, signIn }: Parts): RegistryKey => {
  if (!isNeeded(policy)) {
    const refuse = () => Promise.resolve(fail('sign-in-kind'));
    const handlers = () => ({ keepRegistryKey: refuse, forgetRegistryKey: refuse });
    return { state: 'not-needed', token: signIn.accessToken, handlers };
  }
  const own = createKeptKey({
    audit,
    entries: { kept: { type: 'registry-key.kept' }, forgotten: { type: 'registry-key.forgotten' } },
    isKey: accessKeyOf(policy?.registry.kind),
    isKept: () => store.registryKey() !== null,
    save: (key) => store.keepRegistryKey(key),
    remove: () => store.forgetRegistryKey(),
  });

  return {
    get state() {
      return store.registryKey() === null ? 'missing' : 'kept';
    },
    token: async () => {
      // SECURITY: the desk's key serves nobody whose own session is over, or has lost its roles.
      const live = await signIn.accessToken();
      if (!live.ok) return live;
      const key = store.registryKey();
      return key === null ? fail('registry-key-missing') : ok({ value: key.open(), prove: null });
    },
    handlers: (deskState, renewPage) => {
      const { keep, forget } = keptKeyAnswers(own, deskState, renewPage);
      return { keepRegistryKey: ({ key }) => keep(key), forgetRegistryKey: forget };
    },
  };
};
