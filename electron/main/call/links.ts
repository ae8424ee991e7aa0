import type { CallView } from '../../../shared/call-view.js';
import type { Handlers } from '../../../shared/contract.js';
import type { DeskEvent, LinkEvent } from '../../../shared/desk-state.js';
import { ok, type Result } from '../../../shared/result.js';
import type { DeskRecords } from '../audit/desk-records.js';
import type { Policy } from '../policy/schema.js';
import { createTurns } from '../turns/turns.js';
import type { CallLink } from './link.js';

interface LinkParts {
  /** Null when it was refused. */
  readonly policy: Pick<Policy, 'deepLink' | 'ticket'> | null;
  readonly view: () => CallView | null;
  /** A ticket of the world outside does not belong into a drill. */
  readonly isDrilling: () => boolean;
  /** False as well while the desk is locked. */
  readonly isSignedIn: () => boolean;
  readonly records: Pick<DeskRecords, 'refused' | 'linkOpened'>;
  readonly emit: (event: DeskEvent) => void;
}

export interface Links {
  /** Takes what the system says somebody clicked. It fills the form of a new call at most: nothing is started, nobody is searched. */
  open(text: string): Promise<void>;
  readonly handlers: Pick<Handlers, 'waitingLink'>;
}

/**
 * Links wait here for the page, which may not be there yet, or be loaded anew: it is told that there is one, and asks for it. The last
 * one wins, and each has its entry before anything of it is shown: filled, or superseded. Of one that was refused nothing is shown but why, also
 * when that is only counted.
 */
export const createLinks = ({ policy, view, isDrilling, isSignedIn, records, emit }: LinkParts): Links => {
  const inTurn = createTurns();
  let waiting: CallLink | null = null;
  let refused: 'link-invalid' | 'link-off' | null = null;

  const ignored = async (why: 'call-open' | 'not-signed-in'): Promise<Result<{ event: LinkEvent }>> => {
    waiting = null;
    await records.refused('deepLink', { code: why }, view());
    return ok({ event: { kind: 'link-ignored', why } });
  };
  const tellRefused = (): Result<{ event: LinkEvent | null }> => {
    const why = refused;
    refused = null;
    return ok({ event: why && { kind: 'link-ignored', why } });
  };
  const handOver = async (): Promise<Result<{ event: LinkEvent | null }>> => {
    if (waiting === null) return tellRefused();
    if (!isSignedIn()) return ignored('not-signed-in');
    if (view() || isDrilling()) return ignored('call-open');
    const recorded = await records.linkOpened(waiting.ticket, 'filled');
    if (!recorded.ok) return recorded;
    const event = { kind: 'new-call', ...waiting } as const;
    waiting = null;
    return ok({ event });
  };
  const refuse = async (code: 'link-invalid' | 'link-off'): Promise<void> => {
    await records.refused('deepLink', { code }, view());
    refused = code;
    emit({ kind: 'link' });
  };
  const take = async (text: string): Promise<void> => {
    if (!policy) return records.refused('deepLink', { code: 'policy-invalid' }, view());
    if (!policy.deepLink) return refuse('link-off');
    // Reading telephone numbers takes a library that a desk without links never needs to open.
    const link = (await import('./link.js')).parseLink(text, policy);
    if (link === null) return refuse('link-invalid');
    if (waiting) await records.linkOpened(waiting.ticket, 'superseded');
    waiting = link;
    emit({ kind: 'link' });
  };

  return {
    open: (text) => inTurn(() => take(text)),
    handlers: { waitingLink: () => inTurn(handOver) },
  };
};
