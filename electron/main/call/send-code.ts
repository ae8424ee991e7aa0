import type { CallView, SentCode } from '../../../shared/call-view.js';
import type { RequestOf } from '../../../shared/contract.js';
import { languages, type Language } from '../../../shared/language.js';
import { fail, ok, type Result } from '../../../shared/result.js';
import { disclose, type RecordReceipt } from '../audit/disclosure.js';
import { issueCode } from '../factors/code.js';
import type { Addressee, Letter, Post } from '../factors/factor.js';
import { withChange, withCode, withProgress, type Call, type Chosen, type SentRecord } from './call.js';
import { callAt, note, record, type CallRoom } from './call-room.js';
import type { Settle, Turn } from './in-turn.js';
import { refused } from './offered.js';
import { viewOf } from './view.js';

interface Started {
  readonly call: Call;
  readonly chosen: Chosen;
  readonly factor: SentCode;
  readonly post: Post;
  readonly addressee: Addressee;
  readonly letter: Letter;
  readonly sent: SentRecord;
}

/** The subject's own language where the registry has it, else the one the caller speaks. */
const languageFor = (preferred: string | null, spoken: Language): Language =>
  languages.find((each) => preferred?.toLowerCase().split(/[-_]/)[0] === each) ?? spoken;

/** The words of this subject in this call: each message says the same ones, so that the agent has one pair to say. */
const mutualIn = async ({ mutual }: Chosen, language: Language): Promise<NonNullable<CallView['mutual']>> => {
  if (mutual) return mutual;
  const { twoWords } = await import('../factors/letter/words.js');
  return { language, words: twoWords(language) };
};

const makeCode = (room: CallRoom, call: Call, factor: SentCode): { code: string; sent: SentRecord } => {
  const { digits, minutes, resendSeconds } = room.policy.factors.codes;
  const { code, issued } = issueCode({ call: call.reference, factor }, { digits, minutes }, room.monotonic());
  const at = room.now().getTime();
  const times = { until: new Date(at + minutes * 60_000), againAt: new Date(at + resendSeconds * 1000) };
  return { code, sent: { issued, ...times, sending: true, wrong: false } };
};

const write = async (
  room: CallRoom,
  call: Call,
  chosen: Chosen,
  post: Post,
  { factor, language }: RequestOf<'sendCode'>,
  receipt: RecordReceipt,
): Promise<Started> => {
  const addressee = disclose(receipt, chosen.subject, (subject) => post.addressee(subject));
  // A contact person's language nobody knows.
  const preferred =
    addressee.about === null ? disclose(receipt, chosen.subject, ({ preferredLanguage }) => preferredLanguage) : null;
  const mutual = await mutualIn(chosen, languageFor(preferred, language));
  const { code, sent } = makeCode(room, call, factor);
  const { purpose } = call;
  const organisation = room.policy.organisation.name;
  const { minutes } = room.policy.factors.codes;
  const letter = { ...mutual, organisation, purpose, code, minutes };
  room.pace.sent(chosen.subject, factor);
  room.call = withProgress(withCode(withChange(call, { mutual }), factor, sent), factor, 'started');
  room.emit({ kind: 'call', call: viewOf(room, room.call) });
  return { call, chosen, factor, post, addressee, letter, sent };
};

const start = (room: CallRoom, request: RequestOf<'sendCode'>) => async (): Promise<Result<Started>> => {
  const at = callAt(room, 'proving');
  if (!at.ok) return at;
  const call = at.value;
  const { chosen } = call;
  const { post } = room.factors[request.factor];
  if (!chosen || chosen.progress[request.factor] === 'done') return fail('wrong-step');
  const { subject } = chosen;
  const refusal = refused(room, call, request.factor);
  if (refusal) return refusal;
  if (!post) return fail('factor-unavailable');
  const wait = room.pace.secondsLeft(subject, request.factor);
  if (wait > 0) return fail('code-too-soon', { retryAfterSeconds: wait });

  // Durable before anybody is asked to carry it. No code, no address and no number stands in it.
  const recorded = await record(room, call, {
    type: 'code.sent',
    subject,
    fields: [...post.fields, 'preferredLanguage'],
    outcome: request.factor,
  });
  return recorded.ok ? ok(await write(room, call, chosen, post, request, recorded.value)) : recorded;
};

/** The call may have gone on meanwhile: a newer code, another subject, or no call at all. */
const stillAsked = ({ call }: CallRoom, { chosen, factor, sent }: Started): Call | null =>
  call?.chosen?.subject === chosen.subject && call.chosen.codes[factor]?.issued === sent.issued ? call : null;

/** What did not get away may be sent again at once; what nobody answered about may still arrive, and then counts. */
const afterFailure = (room: CallRoom, call: Call, { chosen, factor }: Started): Call => {
  room.pace.notSent(chosen.subject, factor);
  return withProgress(withCode(call, factor, null), factor, 'failed');
};

const finish = async (room: CallRoom, started: Started, delivered: Result<void>): Promise<Result<CallView>> => {
  const { chosen, factor, sent } = started;
  // Whoever sits at the desk by now: it was sent, or it was not.
  const recorded = await note(room, started.call, {
    type: 'code.answered',
    subject: chosen.subject,
    outcome: delivered.ok ? 'taken' : 'failed',
    reason: delivered.ok ? factor : delivered.error.code,
  });
  const call = stillAsked(room, started);
  if (!call) return delivered.ok ? fail('wrong-step') : delivered;
  const mayArrive = delivered.ok || /-timeout$/.test(delivered.error.code);
  const now = call.chosen?.codes[factor] ?? sent;
  room.call = mayArrive ? withCode(call, factor, { ...now, sending: false }) : afterFailure(room, call, started);
  room.emit({ kind: 'call', call: viewOf(room, room.call) });
  if (!delivered.ok) return delivered;
  return recorded.ok ? ok(viewOf(room, room.call)) : recorded;
};

/** Takes its turn to record and to finish; in between somebody carries the code, and the call goes on. */
export const sendCode =
  (room: CallRoom, timed: Turn, settle: Settle) =>
  async (request: RequestOf<'sendCode'>): Promise<Result<CallView>> => {
    const started = await timed(start(room, request))();
    if (!started.ok) return started;
    const { post, addressee, letter } = started.value;
    const delivered = await post.deliver(addressee, letter);
    return settle(() => finish(room, started.value, delivered));
  };
