import type { CallView } from '../../../shared/call-view.js';
import type { RequestOf } from '../../../shared/contract.js';
import { fail, ok, type Result } from '../../../shared/result.js';
import { withChange, withPurpose, withoutSubject, type Call } from './call.js';
import { callAt, record, type CallRoom } from './call-room.js';
import { factsLeft, repeatedFor } from './facts-asked.js';
import { opens } from './opening.js';
import { purposeFor } from './may-start.js';
import { verifyIfProven } from './verify.js';
import { viewOf } from './view.js';

/** What the new purpose may not know of is dropped; what was proven about the subject stays, and only what is missing is asked. */
const changed = (call: Call, purpose: string, rules: Call['rules']): Call => {
  const other = withPurpose(call, purpose, rules);
  const next = withChange(other, { repeated: repeatedFor(other) });
  const { chosen } = next;
  if (!chosen || !opens(rules.kind, chosen.subject)) return withoutSubject(next);
  if (factsLeft(next).length === 0) return withChange(next, { compared: 'match' });
  return chosen.compared === 'match' ? withChange(next, { compared: null }) : next;
};

/** Goes on with the same caller for another purpose. A billing-check is a call of its own: it knows no caller. */
export const changePurpose =
  (room: CallRoom) =>
  async ({ purpose }: RequestOf<'changePurpose'>): Promise<Result<CallView>> => {
    const at = callAt(room, 'finding', 'comparing', 'proving', 'verified', 'bypassed');
    if (!at.ok) return at;
    const call = at.value;
    const rules = purposeFor(room, purpose);
    if (!rules.ok) return rules;
    const kinds = [call.rules.kind, rules.value.kind];
    if (purpose === call.purpose || kinds.includes('billing-check')) return fail('wrong-step');

    const next = changed(call, purpose, rules.value);
    const about = next.chosen ? { subject: next.chosen.subject } : {};
    const recorded = await record(room, next, { type: 'purpose.changed', reason: call.purpose, ...about });
    if (!recorded.ok) return recorded;
    room.secondAgent?.abort();
    room.call = next;
    return next.chosen?.compared === 'match' ? verifyIfProven(room, next) : ok(viewOf(room, next));
  };
