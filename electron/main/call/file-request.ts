import type { CallView } from '../../../shared/call-view.js';
import type { RequestOf } from '../../../shared/contract.js';
import { fail, ok, type Failure, type Result } from '../../../shared/result.js';
import type { Step } from '../audit/audit-log.js';
import { disclose, type RecordReceipt } from '../audit/disclosure.js';
import { letterFields, type Filing } from '../requests/letter.js';
import type { Subject } from '../registry/subject.js';
import type { Call, Chosen } from './call.js';
import { note, record, type CallRoom } from './call-room.js';
import { fieldValue } from './field-value.js';
import { parseFiling } from './filing.js';
import { verifiedCall } from './verify.js';
import { viewOf } from './view.js';

/** What is said of the matter is sealed; the fields are those that whoever gets the request is told, or that are handed over. */
const stepsOf = ({ subject }: Chosen, { kind, matter, words, recipient, basis, fields }: Filing): Step[] => {
  const said = { ...(words && { words }), ...(recipient && { recipient }), ...(basis && { basis }) };
  const sealed = Object.keys(said).length > 0 ? { sealed: said } : {};
  const created = { type: 'request.created', subject, fields: letterFields, outcome: kind, reason: matter } as const;
  const disclosed = { type: 'fields.disclosed', subject, fields: fields ?? [], outcome: kind, reason: matter } as const;
  return [{ ...created, ...sealed }, ...(kind === 'disclose' ? [{ ...disclosed, ...sealed }] : [])];
};

const toldOf = (subject: Subject) => ({
  registryId: subject.id,
  subject: {
    values: letterFields.map((field) => [field, fieldValue(subject, field)] as const),
    restricted: subject.restricted,
  },
});

const notKept = async (room: CallRoom, call: Call, { subject }: Chosen, { kind }: Filing, error: Failure) => {
  await note(room, call, { type: 'request.failed', subject, outcome: kind, reason: error.code });
  return { ok: false, error } as const;
};

const keep = async (room: CallRoom, call: Call, chosen: Chosen, filing: Filing, receipt: RecordReceipt) => {
  const created = room.now();
  const known = await room.audit.pseudonyms(chosen.subject, [created.toISOString().slice(0, 'yyyy-mm'.length)]);
  if (!known.ok) return known;
  const { reference: id, purpose, ticket } = call;
  const about = { id, purpose, ticket, pseudonym: known.value[0] ?? '', filing, created };
  return room.requests.keep({ ...about, ...disclose(receipt, chosen.subject, toldOf) });
};

/**
 * Leaves a request behind for others to see to, once in a call. It is on record before anything of the subject goes into it, and the
 * answer comes when it is durable. Of a handing over, the recorded fields may then be shown.
 */
export const fileRequest =
  (room: CallRoom) =>
  async (request: RequestOf<'fileRequest'>): Promise<Result<CallView>> => {
    const at = await verifiedCall(room);
    if (!at.ok) return at;
    const call = at.value;
    const { chosen } = call;
    if (!chosen) return fail('wrong-step');
    if (call.filed) return fail('request-filed');
    const filing = parseFiling(request, call.rules);
    if (!filing.ok) return filing;
    const allowed = await room.audit.mayDisclose();
    if (!allowed.ok) return allowed;
    const recorded = await record(room, call, ...stepsOf(chosen, filing.value));
    if (!recorded.ok) return recorded;
    const kept = await keep(room, call, chosen, filing.value, recorded.value);
    if (!kept.ok) return notKept(room, call, chosen, filing.value, kept.error);
    const { kind, fields = [] } = filing.value;
    room.call = { ...call, filed: { request: { kind, due: kept.value.due, fields }, subject: chosen.subject } };
    return ok(viewOf(room, room.call));
  };
