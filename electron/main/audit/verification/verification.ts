import type { Handlers } from '../../../../shared/contract.js';
import { fail, ok, type Failure } from '../../../../shared/result.js';
import type { VerificationView } from '../../../../shared/verification.js';
import type { Report } from '../../../evidence/report.js';
import type { Turns } from '../../turns/turns.js';
import type { AuditLog, Step } from '../audit-log.js';
import type { Stamp } from '../entry.js';
import type { Evidence } from '../evidence.js';
import type { Check } from './beside.js';
import { isForged, problemIn, reasonOf } from './problem.js';

export interface VerificationParts {
  readonly audit: Pick<AuditLog, 'record' | 'first'>;
  readonly evidence: Pick<Evidence, 'view' | 'standsAt' | 'distrust'>;
  readonly folder: string;
  readonly check: Check;
  /** Of all that reads the whole folder or removes from it. */
  readonly turns: Turns;
  /** Who is signed in. */
  readonly who: () => Pick<Stamp, 'agent' | 'role'>;
  readonly onChanged: () => void;
  readonly now: () => Date;
}

export interface Verification {
  readonly handlers: Pick<Handlers, 'startVerification' | 'cancelVerification'>;
  /** Null before the first. */
  view(): VerificationView | null;
  /** Cancels the one under way; done when that is on record. */
  stop(): Promise<void>;
}

interface Ended extends Pick<Step, 'outcome' | 'reason'> {
  readonly view: VerificationView;
  /** Why the journal is not to be relied on any more, and up to which entry it was right. */
  readonly forged: readonly [reason: string, to: number] | null;
}

/**
 * Verifies the whole journal, from the first entry that is left, when somebody asks for it; one at a time, and whoever asked may go meanwhile. What
 * came of it is on record before it is shown. A journal that is not as it was written is relied on no longer.
 */
export const createVerification = (parts: VerificationParts): Verification => {
  const { audit, evidence, folder, check, turns, who, onChanged, now } = parts;
  let view: VerificationView | null = null;
  let running: { readonly abort: AbortController; readonly done: Promise<void> } | null = null;

  const show = (next: VerificationView): void => {
    view = next;
    onChanged();
  };
  const at = (): string => now().toISOString();
  const isRefused = (): boolean => /^audit-/.test(evidence.view().failure?.code ?? '');

  const cancelled = (): Ended => ({ outcome: 'cancelled', view: { state: 'cancelled', at: at() }, forged: null });

  const failed = ({ error: failure }: { readonly error: Failure }): Ended => ({
    outcome: 'failed',
    reason: failure.code,
    view: { state: 'failed', at: at(), failure },
    forged: null,
  });

  const judge = (report: Report): Ended => {
    const { first, entries: to, sealed } = report;
    const problem = problemIn(report, isRefused());
    return {
      outcome: problem ? 'not-sound' : 'sound',
      reason: problem ? reasonOf(problem) : `${first}:${to}`,
      view: { state: 'ended', at: at(), first, to, sealed, problem },
      forged: problem && isForged(report) ? [reasonOf(problem), to] : null,
    };
  };

  const verify = async (signal: AbortSignal): Promise<Ended> => {
    if (signal.aborted) return cancelled();
    const until = await evidence.standsAt();
    if (!until.ok) return failed(until);
    const key = evidence.view().key ?? '';
    const before = audit.first - 1;
    const of = until.value.seq - before;
    const onProgress = (seq: number): void => show({ state: 'running', done: Math.max(0, seq - before), of });
    onProgress(before);
    // Whatever it is, the thread's memory too: what was not verified is not shown, and the desk goes on.
    const report = await check({ folder, key, until: until.value }, onProgress, signal).catch(() => undefined);
    if (report === undefined) return failed(fail('verification-failed'));
    return report === null ? cancelled() : judge(report);
  };

  const run = async (signal: AbortSignal, by: Pick<Stamp, 'agent' | 'role'>): Promise<VerificationView> => {
    const { view: shown, forged, ...step } = await turns(() => verify(signal));
    const recording = audit.record({ type: 'audit.verified', by, ...step });
    // SECURITY: at once, not when the disk has got to it: until then somebody could be looked up.
    if (forged !== null) await evidence.distrust(...forged);
    const recorded = await recording;
    return recorded.ok ? shown : failed(recorded).view;
  };

  const start = (): void => {
    const abort = new AbortController();
    show({ state: 'running', done: 0, of: 0 });
    const done = run(abort.signal, who()).then((ended) => {
      running = null;
      show(ended);
    });
    running = { abort, done };
  };

  /** Whether there was one to cancel. */
  const cancel = (): boolean => {
    running?.abort.abort();
    return running !== null;
  };

  return {
    handlers: {
      startVerification: async () => {
        const started = running === null;
        if (started) start();
        return ok({ started });
      },
      cancelVerification: async () => ok({ cancelled: cancel() }),
    },
    view: () => view,
    stop: async () => {
      const last = running?.done;
      cancel();
      await last;
    },
  };
};
