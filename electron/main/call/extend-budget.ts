import type { CallView } from '../../../shared/call-view.js';
import type { RequestOf } from '../../../shared/contract.js';
import { fail, ok, type Result } from '../../../shared/result.js';
import { reasonLength } from '../../../shared/watch.js';
import { callAt, record, type CallRoom } from './call-room.js';
import { viewOf } from './view.js';

/** Opens the policy's few further lookups for a written reason, which is sealed. Only once the budget is used up: none are put by. */
export const extendBudget =
  (room: CallRoom) =>
  async ({ reason }: RequestOf<'extendBudget'>): Promise<Result<CallView>> => {
    const call = callAt(room, 'finding', 'comparing', 'proving');
    if (!call.ok) return call;
    const text = reason.trim();
    if (text.length < reasonLength.least || text.length > reasonLength.most) return fail('reason-invalid');
    const left = await room.watch.mayLookUp();
    if (left.ok) return fail('wrong-step');
    if (left.error.code !== 'budget-exceeded') return left;
    const recorded = await record(room, call.value, { type: 'budget.extended', sealed: { reason: text } });
    return recorded.ok ? ok(viewOf(room, call.value)) : recorded;
  };
