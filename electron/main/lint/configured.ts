import type { WhyNot } from '../../../shared/call-view.js';
import { Withheld } from '../audit/disclosure.js';
import type { Factor } from '../factors/factor.js';
import { createFactors, type FactorPorts } from '../factors/factors.js';
import type { Policy } from '../policy/schema.js';
import type { Subject } from '../registry/subject.js';

/** A factor says these of itself, whoever the subject is; everything else it says of the subject. */
const ofThePolicy: readonly (WhyNot | null)[] = ['not-set-up', 'no-provider'];

const anybody = new Withheld<Subject>({
  ...{ id: '', givenName: '', familyName: '', userName: '', organisation: '', stationCode: null },
  ...{ workEmail: null, workPhone: null, active: true, endedAt: null, preferredLanguage: null },
  ...{ restricted: false, privileged: false, phoneChangedAt: null, emailChangedAt: null },
});

const unasked = (): never => {
  throw new Error('a policy is scored without anybody being asked');
};

/** As the desk would have them, and never used. */
const portsOf = ({ mail, factors: { smsCode, totp } }: Policy): FactorPorts => ({
  relay: mail ? { send: unasked } : null,
  sms: smsCode.gateway ? { send: unasked } : null,
  verifier: totp.verifier ? { check: unasked } : null,
});

/** The factors that this policy sets up, for anybody at all. */
export const configuredFactors = (policy: Policy): readonly Factor[] =>
  Object.values(createFactors(policy, portsOf(policy))).filter(
    (factor) => !ofThePolicy.includes(factor.whyNot(anybody, new Date(0))),
  );
