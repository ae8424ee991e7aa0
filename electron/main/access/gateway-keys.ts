import type { Handlers } from '../../../shared/contract.js';
import type { DeskState } from '../../../shared/desk-state.js';
import { gatewayNames, type GatewayName } from '../../../shared/gateway.js';
import type { AuditLog } from '../audit/audit-log.js';
import type { KeyFile } from '../credentials/key-file.js';
import type { Policy } from '../policy/schema.js';
import { createKeptKey, keptKeyAnswers, type KeptKey } from './kept-key.js';

interface Parts {
  readonly policy: Policy | null;
  readonly store: Pick<KeyFile, 'secret' | 'keepSecret' | 'forgetSecret'>;
  readonly audit: Pick<AuditLog, 'record'>;
}

/** What opens the gateways of the policy: the desk's own, each entered once, beside every session. */
export interface GatewayKeys {
  readonly state: DeskState['gatewayKeys'];
  /** `deskState` answers with the desk as it is then; `renewPage` takes away the page that the key was typed into. */
  handlers(
    deskState: Handlers['deskState'],
    renewPage: () => void,
  ): Pick<Handlers, 'keepGatewayKey' | 'forgetGatewayKey'>;
}

/** What may stand in a header (RFC 9110 §5.5), no space at either end. */
const isCredential = (text: string): boolean => /^(?! )[\x20-\x7e]{1,1000}(?<! )$/.test(text);

/** The gateways that the policy opens with a credential. */
const neededBy = (policy: Policy | null): readonly GatewayName[] => {
  const gateways = { sms: policy?.factors.smsCode.gateway, totp: policy?.factors.totp.verifier };
  return gatewayNames.filter((name) =>
    Object.values(gateways[name]?.headers ?? {}).some((value) => value.includes('{{secret}}')),
  );
};

export const createGatewayKeys = ({ policy, store, audit }: Parts): GatewayKeys => {
  const needed = neededBy(policy);
  const keyOf = (name: GatewayName): KeptKey | null =>
    needed.includes(name)
      ? createKeptKey({
          audit,
          entries: {
            kept: { type: 'gateway-key.kept', outcome: name },
            forgotten: { type: 'gateway-key.forgotten', outcome: name },
          },
          isKey: isCredential,
          isKept: () => store.secret(name) !== null,
          save: (key) => store.keepSecret(name, key),
          remove: () => store.forgetSecret(name),
        })
      : null;

  return {
    get state() {
      return needed.map((name) => ({ name, kept: store.secret(name) !== null }));
    },
    handlers: (deskState, renewPage) => {
      const answers = (name: GatewayName) => keptKeyAnswers(keyOf(name), deskState, renewPage);
      return {
        keepGatewayKey: ({ name, key }) => answers(name).keep(key),
        forgetGatewayKey: ({ name }) => answers(name).forget(),
      };
    },
  };
};
