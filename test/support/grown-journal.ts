import { createHash } from 'node:crypto';
import { chownSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chain } from '../../electron/main/audit/chain.js';
import { beginning, entryIn, type Draft, type Tip } from '../../electron/main/audit/entry.js';
import { segmentBytes, segmentName, segmentNumbers } from '../../electron/evidence/segment.js';
import { sha256 } from '../../electron/evidence/sha256.js';

type Step = Pick<Draft, 'type'> & Partial<Pick<Draft, 'outcome' | 'reason' | 'fields' | 'subject'>>;

const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest();
/** One of these, the same each time. */
const pick = <T>(values: readonly T[], by: string): T => values[hashOf(by).readUInt32BE() % values.length] as T;

const purposes = ['support', 'support', 'support', 'access-reset', 'account-change', 'billing-check'] as const;
const outcomes = [
  ...(['resolved', 'resolved', 'resolved', 'resolved', 'resolved'] as const),
  ...(['not-verified', 'escalated', 'caller-hung-up', 'suspected-fraud', 'abandoned'] as const),
];
const proofs: readonly (readonly [string, string])[] = [
  ...(['reached', 'reached', 'reached', 'not-reached'] as const).map((how) => ['call-back', how] as const),
  ...(['right', 'right', 'wrong-answer'] as const).map((how) => ['sms-code', how] as const),
  ...(['right', 'expired'] as const).map((how) => ['email-code', how] as const),
  ['totp', 'right'],
];

/** What a call leaves in a journal, step by step. */
const stepsOf = (call: number): Step[] => {
  const [factor, how] = pick(proofs, `proof ${call}`);
  const isProven = ['reached', 'right'].includes(how);
  const subject = hashOf(`subject ${hashOf(`of ${call}`).readUInt32BE() % 5000}`).toString('base64url');
  const compared = isProven ? 'match' : pick(['match', 'no-match'], `facts ${call}`);
  return [
    { type: 'call.started', subject: null },
    { type: 'lookup.requested', reason: 'by-workEmail', subject: null },
    {
      type: 'lookup.answered',
      fields: ['name', 'organisation', 'workEmail'],
      outcome: 'found',
      reason: 'by-workEmail',
    },
    { type: 'subject.chosen' },
    { type: 'claims.compared', fields: ['workEmail'], outcome: compared },
    { type: 'factor.started', outcome: factor },
    { type: 'factor.finished', outcome: factor, reason: how },
    ...(isProven ? ([{ type: 'call.verified', outcome: `facts+${factor}` }] as const) : []),
    ...(isProven ? ([{ type: 'field.revealed', fields: ['userName'], outcome: 'plain' }] as const) : []),
    { type: 'call.closed', outcome: isProven ? pick(outcomes, `end ${call}`) : 'not-verified' },
  ].map((step) => ({ subject, ...step }) as Step);
};

/** So many entries of calls, evenly over that time (milliseconds since 1970). */
const draftsBetween = (entries: number, from: number, to: number): Draft[] => {
  const drafts: Draft[] = [];
  for (let call = 1; drafts.length < entries; call += 1) {
    const began = from + ((to - from) * drafts.length) / entries;
    const about = {
      call: `${hashOf(`call ${call}`).toString('hex', 0, 2)}-${hashOf(`call ${call}`).toString('hex', 2, 4)}`.toUpperCase(),
      agent: `agent-${call % 23}`,
      role: 'agent',
      desk: 'desk-1',
      app: '0.1.0',
      policy: 'p1',
      purpose: pick(purposes, `purpose ${call}`),
      ticket: `INC-${20000 + call}`,
    };
    for (const [nth, step] of stepsOf(call).entries()) {
      const time = began + nth * 7000;
      const sealed =
        nth === 1
          ? `eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..${hashOf(`${call}`).toString('base64url').repeat(3)}`
          : null;
      const rest = { fields: [], outcome: null, reason: null, subject: null };
      drafts.push({ ...about, ...rest, ...step, time: new Date(Math.floor(time)).toISOString(), sealed });
    }
  }
  return drafts.slice(0, entries);
};

const tipIn = (folder: string, number: number): Tip => {
  const line =
    readFileSync(join(folder, segmentName(number)))
      .toString('utf8')
      .trimEnd()
      .split('\n')
      .at(-1) ?? '';
  const bytes = Buffer.from(line);
  return { seq: entryIn(bytes)?.seq ?? 0, hash: sha256(bytes), tree: beginning.tree };
};

/**
 * A desk's journal, closed, goes on by so many entries about calls of those days, as if the desk had been killed before it signed for
 * them: it takes them for its own when it is opened. Answers how long it is then.
 */
export const growJournal = (folder: string, entries: number, days: number): number => {
  const last = segmentNumbers(readdirSync(folder)).at(-1) ?? 0;
  const { uid, gid } = statSync(join(folder, segmentName(last)));
  const now = Date.now();
  const drafts = draftsBetween(entries, now - days * 86_400_000, now - 60_000);
  let tip = tipIn(folder, last);
  for (let number = last + 1, done = 0; done < drafts.length; number += 1) {
    const parts: Buffer[] = [];
    for (let size = 0; size < segmentBytes && done < drafts.length; size += parts.at(-1)?.length ?? 0) {
      const link = chain(tip, drafts.slice(done, done + 50), now + done);
      parts.push(link.bytes);
      tip = link.tip();
      done += 50;
    }
    const path = join(folder, segmentName(number));
    writeFileSync(path, Buffer.concat(parts), { mode: 0o600 });
    chownSync(path, uid, gid);
  }
  return tip.seq;
};
