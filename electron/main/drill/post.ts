import type { DrillView } from '../../../shared/drill.js';
import { ok } from '../../../shared/result.js';
import type { FactorPorts } from '../factors/factors.js';
import type { Policy } from '../policy/schema.js';
import type { Caller } from './caller.js';

/** Who has the phone on file can be called on it. */
const hasPhone = ({ callBack }: Caller): boolean => callBack === 'reached';

/** What the factors of a drill send by. It goes nowhere: the caller reads it, if it would have reached them. */
export const createDrillPost = ({ mail, factors }: Pick<Policy, 'mail' | 'factors'>, caller: Caller) => {
  let message: DrillView['message'] = null;
  const arrive = (text: string, reaches: boolean) => {
    message = { text: reaches ? text : null };
    return Promise.resolve(ok(undefined));
  };
  const ports: FactorPorts = {
    relay: mail ? { send: ({ text }) => arrive(text, !caller.impostor) } : null,
    sms: factors.smsCode.gateway ? { send: (_to, text) => arrive(text, hasPhone(caller)) } : null,
    // The people are not real, and so have no passwords that the company's verifier could know.
    verifier: null,
  };
  return { ports, message: () => message, clear: () => void (message = null) };
};
