import type { DeskEvent } from '../../shared/desk-state.js';
import type { GatewayName } from '../../shared/gateway.js';
import type { Failure } from '../../shared/result.js';
import type { Access } from './access/sign-in.js';
import type { AuditLog } from './audit/audit-log.js';
import { createBriefClipboard } from './call/clipboard.js';
import { createEqualTime } from './call/equal-time.js';
import type { CallUseCases } from './call/late-calls.js';
import { createCallUseCases } from './call/use-cases.js';
import type { Host } from './desk.js';
import { createFactors, type FactorPorts } from './factors/factors.js';
import type { GatewayParts } from './factors/gateway.js';
import { createSendPace } from './factors/send-pace.js';
import { createSmsGateway } from './factors/sms-gateway.js';
import { createTotpVerifier } from './factors/totp-verifier.js';
import { composeRelay } from './compose-relay.js';
import type { Network } from './network/network.js';
import { allowedBy } from './policy/hosts.js';
import type { Policy } from './policy/schema.js';
import { createNetSend } from './registry/net-transport.js';
import type { Registry } from './registry/registry.js';
import type { RequestDesk } from './requests/request-desk.js';
import type { Watch } from './watch/watch.js';

export interface Parts {
  readonly host: Host;
  readonly policy: Policy;
  readonly audit: AuditLog;
  readonly registry: Registry;
  readonly access: Access;
  readonly watch: Watch;
  readonly network: Network;
  readonly requests: RequestDesk;
  /** What opens the gateway of that name. */
  readonly secret: (name: GatewayName) => string | null;
  readonly whyNot: () => Failure | null;
  readonly emit: (event: DeskEvent) => void;
}

const composePorts = ({ policy, network, secret }: Parts): FactorPorts => {
  const { smsCode, totp } = policy.factors;
  const partsOf = (name: GatewayName): GatewayParts => ({
    allows: allowedBy(policy),
    send: createNetSend({ network }),
    secret: () => secret(name),
  });
  return {
    relay: composeRelay(policy, network),
    sms: smsCode.gateway ? createSmsGateway(smsCode.gateway, partsOf('sms')) : null,
    verifier: totp.verifier ? createTotpVerifier(totp.verifier, partsOf('totp')) : null,
  };
};

type Fresh = Pick<Parts, 'host' | 'policy' | 'access' | 'emit'>;

const monotonic = (): number => performance.now();

/** What every call begins with, a drill's too. */
export const freshRoom = ({ host, policy, access, emit }: Fresh, ports: FactorPorts) => ({
  policy,
  factors: createFactors(policy, ports),
  pace: createSendPace(policy.factors.codes.resendSeconds, monotonic),
  roles: () => access.signIn.session?.roles ?? [],
  equalTime: createEqualTime({
    floor: policy.limits.answerMilliseconds,
    clock: monotonic,
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  }),
  clipboard: createBriefClipboard(host.clipboard),
  emit,
  now: () => new Date(),
  monotonic,
  call: null,
  search: null,
  secondAgent: null,
  owed: null,
});

/** The call's part of the composition root: the factors, and the room that the use cases share. */
export const composeCalls = (parts: Parts): CallUseCases => {
  const { host, audit, registry, access, watch, requests, whyNot } = parts;
  return createCallUseCases({
    ...freshRoom(parts, composePorts(parts)),
    audit,
    registry,
    requests,
    watch: watch.call,
    whyNot,
    askSecondAgent: access.askSecondAgent,
    dial: host.dial,
  });
};
