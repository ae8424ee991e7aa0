import type { DeskEvent } from '../../shared/desk-state.js';
import type { Failure } from '../../shared/result.js';
import type { Access } from './access/sign-in.js';
import type { AuditLog } from './audit/audit-log.js';
import { createBriefClipboard } from './call/clipboard.js';
import { createEqualTime } from './call/equal-time.js';
import type { CallUseCases } from './call/late-calls.js';
import { createCallUseCases } from './call/use-cases.js';
import type { Host } from './desk.js';
import { createFactors } from './factors/factors.js';
import type { Policy } from './policy/schema.js';
import type { Registry } from './registry/registry.js';
import type { RequestDesk } from './requests/request-desk.js';
import type { Watch } from './watch/watch.js';

interface Parts {
  readonly host: Host;
  readonly policy: Policy;
  readonly audit: AuditLog;
  readonly registry: Registry;
  readonly access: Access;
  readonly watch: Watch;
  readonly requests: RequestDesk;
  readonly whyNot: () => Failure | null;
  readonly emit: (event: DeskEvent) => void;
}

/** The call's part of the composition root: the factors, and the room that the use cases share. */
export const composeCalls = ({
  host,
  policy,
  audit,
  registry,
  access,
  watch,
  requests,
  whyNot,
  emit,
}: Parts): CallUseCases =>
  createCallUseCases({
    policy,
    audit,
    registry,
    factors: createFactors(policy),
    roles: () => access.signIn.session?.roles ?? [],
    equalTime: createEqualTime({
      floor: policy.limits.answerMilliseconds,
      clock: () => performance.now(),
      wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    }),
    requests,
    clipboard: createBriefClipboard(host.clipboard),
    watch: watch.call,
    whyNot,
    askSecondAgent: access.askSecondAgent,
    dial: host.dial,
    emit,
    now: () => new Date(),
    call: null,
    search: null,
    secondAgent: null,
    owed: null,
  });
