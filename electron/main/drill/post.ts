import type { DrillMessage } from '../../../shared/drill.js';
import { ok } from '../../../shared/result.js';
import type { FactorPorts } from '../factors/factors.js';
import type { Policy } from '../policy/schema.js';
import type { Caller } from './caller.js';

/** Who has the phone on file can be called on it. */
const hasPhone = ({ callBack }: Caller): boolean => callBack === 'reached';

/** What the factors of a drill send by. It goes nowhere: the caller reads it, if it would have reached them. */
export const createDrillPost = ({ mail, factors }: Pick<Policy, 'mail' | 'factors'>, caller: Caller) => {
  let message: DrillMessage | null = null;
  const arrive = (to: DrillMessage['to'], text: string, reaches: boolean) => {
    message = { to, text: reaches ? text : null };
    return Promise.resolve(ok(undefined));
  };
  const contacts = Object.values(factors.approval.contacts);
  const ports: FactorPorts = {
    // A contact person passes the code on to whom they know, and to nobody else.
    relay: mail
      ? { send: ({ to, text }) => arrive(contacts.includes(to) ? 'contact' : 'caller', text, !caller.impostor) }
      : null,
    sms: factors.smsCode.gateway ? { send: (_to, text) => arrive('caller', text, hasPhone(caller)) } : null,
    // The people are not real, and so have no passwords that the company's verifier could know.
    verifier: null,
  };
  return { ports, message: () => message, clear: () => void (message = null) };
};
