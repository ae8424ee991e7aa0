import * as z from 'zod/mini';
import type { AuditEntry } from './audit-entry.js';
import {
  callBackResults,
  callOutcomes,
  sentCodes,
  sightings,
  type CallView,
  type DialledNumber,
  type Receipt,
} from './call-view.js';
import type { DeskEvent, DeskState, LinkEvent } from './desk-state.js';
import { callerIds, type DrillView } from './drill.js';
import { erasureGrounds, holdGrounds, type HoldsView } from './erasure.js';
import { gatewayNames } from './gateway.js';
import type { JsonText } from './json-text.js';
import { languages } from './language.js';
import { themes } from './look.js';
import { journalFormats, statisticsFormats, subjectFormats, type ReportSaved } from './report.js';
import { endEvidence, legalBases, longestName, misuseMatters, privacyMatters, type RequestsView } from './request.js';
import type { PurposeScore } from './policy-score.js';
import type { Result } from './result.js';
import { fields, identifierKinds, type Field } from './subject.js';
import { reviewOutcomes, type FlagsView, type FlagView, type SubjectLockView } from './watch.js';

/** Long enough for anything a caller says, short enough that nothing downstream has to worry. */
const typed = z.string().check(z.maxLength(10_000));
const nothing = z.undefined();
const words = typed;

/** What a call leaves behind for others to see to; each kind belongs to the purposes of that kind. */
const filing = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('privacy-request'), matter: z.enum(privacyMatters), words }),
  z.strictObject({ kind: z.literal('end-of-use'), matter: z.enum(endEvidence), words }),
  z.strictObject({ kind: z.literal('block'), matter: z.enum(misuseMatters), words }),
  z.strictObject({
    kind: z.literal('disclose'),
    matter: z.enum(legalBases),
    words,
    recipient: typed,
    basis: typed,
    fields: z.array(z.enum(fields)),
  }),
]);

interface Operation<Parser extends z.ZodMiniType, Answer> {
  readonly request: Parser;
  /** Never set: carries the answer's type only. */
  readonly answer?: Answer;
}

const answers =
  <Answer>() =>
  <Parser extends z.ZodMiniType>(request: Parser): Operation<Parser, Answer> => ({ request });

/** Every operation, once: how its request is parsed and what it answers. Both ends are derived from this value. */
export const contract = {
  deskState: answers<DeskState>()(nothing),
  /** How the desk looks from now on to this person, whoever is signed in. */
  keepLook: answers<{ kept: true }>()(
    z.strictObject({
      language: z.nullable(z.enum(languages)),
      theme: z.enum(themes),
      callerLanguage: z.nullable(z.enum(languages)),
    }),
  ),
  /** How hard the policy makes each purpose for whoever is not the subject; worked out when it is asked for. */
  scorePolicy: answers<{ purposes: readonly PurposeScore[] }>()(nothing),
  signIn: answers<DeskState>()(z.strictObject({ token: typed })),
  /** Opens the provider in the browser and answers when it came back; asked again meanwhile, it opens the page once more. */
  startSignIn: answers<DeskState>()(nothing),
  cancelSignIn: answers<{ cancelled: boolean }>()(nothing),
  signOut: answers<DeskState>()(nothing),
  lockDesk: answers<{ locked: true }>()(nothing),
  /** The page has painted nothing since it was told of the lock. */
  blanked: answers<{ blank: true }>()(nothing),
  /** By the same person again: with the access key, or with null where signing in again is what is asked. */
  unlock: answers<DeskState>()(z.strictObject({ token: z.nullable(typed) })),

  /** Where agents sign in with a provider and the registry is a directory: the password it is opened with, once for the desk. */
  keepRegistryKey: answers<DeskState>()(z.strictObject({ key: typed })),
  forgetRegistryKey: answers<DeskState>()(nothing),
  /** What opens a gateway of the policy, once for the desk. */
  keepGatewayKey: answers<DeskState>()(z.strictObject({ name: z.enum(gatewayNames), key: typed })),
  forgetGatewayKey: answers<DeskState>()(z.strictObject({ name: z.enum(gatewayNames) })),

  /** Asked when the page is there, and when it is told of a link: what came of the one that waits. */
  waitingLink: answers<{ event: LinkEvent | null }>()(nothing),
  startCall: answers<CallView>()(z.strictObject({ purpose: typed, ticket: typed, callerNumber: typed })),
  /** Goes on with the same caller for another purpose; only what is missing is asked. */
  changePurpose: answers<CallView>()(z.strictObject({ purpose: typed })),
  findSubject: answers<CallView>()(
    z.strictObject({ by: z.enum(identifierKinds), identifier: typed, organisation: typed }),
  ),
  /** Ends a search under way; that search then answers `search-cancelled`. */
  cancelSearch: answers<{ cancelled: boolean }>()(nothing),
  chooseCandidate: answers<CallView>()(z.strictObject({ number: z.int().check(z.positive()) })),
  compareClaims: answers<CallView>()(z.strictObject({ claims: z.partialRecord(z.enum(fields), typed) })),
  /** The number is there where the agent is to dial it; its groups are how it is read. */
  startCallBack: answers<{ call: CallView; number: DialledNumber | null }>()(nothing),
  finishCallBack: answers<CallView>()(z.strictObject({ result: z.enum(callBackResults) })),
  /** Sends a code; answers when somebody has taken it to be carried, or nobody would. */
  sendCode: answers<CallView>()(z.strictObject({ factor: z.enum(sentCodes), language: z.enum(languages) })),
  enterCode: answers<CallView>()(z.strictObject({ factor: z.enum(sentCodes), code: typed })),
  checkTotp: answers<CallView>()(z.strictObject({ code: typed })),
  /** Puts on record what the agent saw; answers when another agent has confirmed it, where the policy wants one. */
  attest: answers<CallView>()(z.strictObject({ sighting: z.enum(sightings), reason: typed })),
  /** Another agent signs in in the browser; answers when that is over. */
  proveBySecondAgent: answers<CallView>()(nothing),
  cancelSecondAgent: answers<{ cancelled: boolean }>()(nothing),
  /** Goes past the proof, for a written reason; answers when another agent has signed in to confirm it. */
  bypassProof: answers<CallView>()(z.strictObject({ reason: typed })),
  revealField: answers<{ field: Field; value: string; hidesAt: string }>()(z.strictObject({ field: z.enum(fields) })),
  copyField: answers<{ clearsAt: string }>()(z.strictObject({ field: z.enum(fields) })),
  /** Opens a few more lookups, for a written reason. */
  extendBudget: answers<CallView>()(z.strictObject({ reason: typed })),
  /** Once in a call, about its subject; answers when the request is kept. */
  fileRequest: answers<CallView>()(filing),
  closeCall: answers<Receipt>()(z.strictObject({ outcome: z.enum(callOutcomes) })),

  /** From here on, what is asked of a call is asked of an invented caller. Refused while a call is open. */
  startDrill: answers<DrillView>()(z.strictObject({ caller: z.enum(callerIds) })),
  /** Ends an open call of the drill too. */
  endDrill: answers<{ ended: boolean }>()(nothing),

  openAudit: answers<{ head: number }>()(nothing),
  readAudit: answers<{ entries: readonly AuditEntry[]; first: number; head: number }>()(
    z.strictObject({ after: z.int().check(z.nonnegative()), limit: z.int().check(z.positive(), z.maximum(1000)) }),
  ),

  /**
   * Verifies all of the journal, beside everything else; how far it is, and what came of it, stands in the state of the desk. Not started when one
   * is under way already.
   */
  startVerification: answers<{ started: boolean }>()(nothing),
  /** Nothing is lost by it. */
  cancelVerification: answers<{ cancelled: boolean }>()(nothing),

  readRequests: answers<RequestsView>()(nothing),
  /** Tries to send it now; what came of it stands in the answer. */
  retryRequest: answers<RequestsView>()(z.strictObject({ id: typed })),
  /** Whoever got it has seen to it. Of an `end-of-use` that confirms the removal, and erases what the desk holds sealed. */
  finishRequest: answers<RequestsView>()(z.strictObject({ id: typed })),

  /** Erases what the desk holds sealed about a person, by any of their pseudonyms. Refused while a call is open, or by a hold. */
  eraseSubject: answers<{ erased: true }>()(z.strictObject({ subject: typed, ground: z.enum(erasureGrounds) })),
  readHolds: answers<HoldsView>()(nothing),
  setHold: answers<HoldsView>()(
    z.strictObject({
      over: z.union([z.strictObject({ subject: typed }), z.strictObject({ from: z.iso.date(), to: z.iso.date() })]),
      ground: z.enum(holdGrounds),
    }),
  ),
  liftHold: answers<HoldsView>()(z.strictObject({ id: typed })),

  /**
   * Makes a report and saves it where the person at the desk says, in a dialog of main's own; answers when it is there, or nobody wants it
   * any more. About one person, by any of their pseudonyms; with the names of agents once somebody else has signed in to agree.
   */
  saveSubjectReport: answers<ReportSaved>()(
    z.strictObject({
      subject: typed,
      person: z.string().check(z.maxLength(longestName)),
      language: z.enum(languages),
      format: z.enum(subjectFormats),
      withNames: z.boolean(),
    }),
  ),
  /** The whole journal, or from a day on (UTC). */
  saveJournal: answers<ReportSaved>()(
    z.strictObject({ format: z.enum(journalFormats), from: z.nullable(z.iso.date()) }),
  ),
  saveStatistics: answers<ReportSaved>()(
    z.strictObject({
      format: z.enum(statisticsFormats),
      from: z.nullable(z.iso.date()),
    }),
  ),
  /** Ends a report under way; that then answers that nothing was saved. */
  cancelReport: answers<{ cancelled: boolean }>()(nothing),

  acceptNotice: answers<{ version: string }>()(nothing),
  readFlags: answers<FlagsView>()(nothing),
  reviewFlag: answers<FlagView>()(
    z.strictObject({ id: typed, outcome: z.enum(reviewOutcomes), note: z.optional(typed) }),
  ),
  /** Opens a locked subject before its time, for a written reason. */
  unlockSubject: answers<{ locks: readonly SubjectLockView[] }>()(z.strictObject({ id: typed, reason: typed })),
};

export type Contract = typeof contract;
export type OperationName = keyof Contract;
export type RequestOf<Name extends OperationName> = z.output<Contract[Name]['request']>;
export type AnswerOf<Name extends OperationName> = NonNullable<Contract[Name]['answer']>;

type Arguments<Name extends OperationName> = RequestOf<Name> extends undefined ? [] : [request: RequestOf<Name>];

/** What main implements. */
export type Handlers = {
  readonly [Name in OperationName]: (...args: Arguments<Name>) => Promise<Result<AnswerOf<Name>>>;
};

/** What the preload puts on `window.desk`. */
export type Bridge = {
  readonly [Name in OperationName]: (...args: Arguments<Name>) => Promise<JsonText<Result<AnswerOf<Name>>>>;
} & { readonly onEvent: (listener: (event: JsonText<DeskEvent>) => void) => () => void };

/** What the renderer calls: the same, with values for texts and failures thrown as `ApiError`. */
export type Api = { readonly [Name in OperationName]: (...args: Arguments<Name>) => Promise<AnswerOf<Name>> } & {
  readonly onEvent: (listener: (event: DeskEvent) => void) => () => void;
};

export const operationNames = Object.keys(contract) as OperationName[];
