import type { FactorId } from '../../../shared/call-view.js';
import type { Relay } from '../mail/relay.js';
import type { Policy } from '../policy/schema.js';
import { createApproval } from './approval.js';
import { createCallBack } from './call-back.js';
import { createEmailCode } from './email-code.js';
import type { Factor } from './factor.js';
import { createFacts } from './facts.js';
import { createInPerson } from './in-person.js';
import { createSecondAgent } from './second-agent.js';
import { createSmsCode } from './sms-code.js';
import type { SmsGateway } from './sms-gateway.js';
import { createTotp } from './totp.js';
import type { TotpVerifier } from './totp-verifier.js';

/** What the factors reach the world by; null where the policy names none. */
export interface FactorPorts {
  readonly relay: Relay | null;
  readonly sms: SmsGateway | null;
  readonly verifier: TotpVerifier | null;
}

/** Every factor, in the order in which they are offered. */
export const createFactors = (
  policy: Policy,
  { relay, sms, verifier }: FactorPorts,
): Readonly<Record<FactorId, Factor>> => ({
  facts: createFacts(policy),
  'call-back': createCallBack(policy),
  'sms-code': createSmsCode(policy, sms),
  'email-code': createEmailCode(policy, relay),
  totp: createTotp(policy, verifier),
  approval: createApproval(policy, relay),
  'second-agent': createSecondAgent(policy),
  'in-person': createInPerson(policy),
});
