import type { AnswerOf, RequestOf } from '../../../shared/contract.js';
import { fail, ok, type Result } from '../../../shared/result.js';
import type { Field } from '../../../shared/subject.js';
import { disclose } from '../audit/disclosure.js';
import type { Call, Chosen } from './call.js';
import { record, type CallRoom } from './call-room.js';
import { fieldValue } from './field-value.js';
import { maskedValue } from './mask.js';
import { shownIn } from './shown.js';
import { verifiedCall } from './verify.js';

type Showing = 'plain' | 'masked';

/** How this purpose may show the field, or that it may not. */
const showing = (call: Call, field: Field): Showing | null => {
  const shown = shownIn(call).find((each) => each.field === field);
  return shown ? (shown.masked ? 'masked' : 'plain') : null;
};

interface Allowed {
  readonly call: Call;
  readonly chosen: Chosen;
  readonly how: Showing;
}

/** The gate before every value: verified, not expired, and among what the purpose may show. */
const mayShow = async (room: CallRoom, field: Field): Promise<Result<Allowed>> => {
  const at = await verifiedCall(room, 'bypassed');
  if (!at.ok) return at;
  const how = showing(at.value, field);
  if (!how || !at.value.chosen) return fail('field-not-allowed');
  return ok({ call: at.value, chosen: at.value.chosen, how });
};

/** Records, then hands out one field. `null` when the registry holds none. */
const recorded = async (room: CallRoom, type: 'field.revealed' | 'field.copied', field: Field, allowed: Allowed) => {
  const { call, chosen, how } = allowed;
  const receipt = await record(room, call, { type, subject: chosen.subject, fields: [field], outcome: how });
  if (!receipt.ok) return receipt;
  const value = disclose(receipt.value, chosen.subject, (subject) => fieldValue(subject, field));
  if (value === null) return fail('field-empty');
  return ok(how === 'masked' ? maskedValue(field, value) : value);
};

/** Shows one field for the policy's seconds; then it hides itself. */
export const revealField =
  (room: CallRoom, revealed: Map<Field, Date>) =>
  async ({ field }: RequestOf<'revealField'>): Promise<Result<AnswerOf<'revealField'>>> => {
    const allowed = await mayShow(room, field);
    if (!allowed.ok) return allowed;
    const value = await recorded(room, 'field.revealed', field, allowed.value);
    if (!value.ok) return value;
    const shownFor = room.policy.limits.revealSeconds * 1000;
    const hidesAt = new Date(room.now().getTime() + shownFor);
    revealed.set(field, hidesAt);
    setTimeout(() => {
      // Revealed again meanwhile, or in another call: that showing has its own time.
      if (revealed.get(field) === hidesAt) room.emit({ kind: 'hide', field });
    }, shownFor);
    return ok({ field, value: value.value, hidesAt: hidesAt.toISOString() });
  };

/** Copies a field that is on the screen now, for 30 seconds. */
export const copyField =
  (room: CallRoom, revealed: ReadonlyMap<Field, Date>) =>
  async ({ field }: RequestOf<'copyField'>): Promise<Result<AnswerOf<'copyField'>>> => {
    const allowed = await mayShow(room, field);
    if (!allowed.ok) return allowed;
    const hidesAt = revealed.get(field);
    if (!hidesAt || hidesAt <= room.now()) return fail('not-revealed');
    const value = await recorded(room, 'field.copied', field, allowed.value);
    if (!value.ok) return value;
    const clearsAt = await room.clipboard.copy(value.value, room.now());
    return ok({ clearsAt: clearsAt.toISOString() });
  };
