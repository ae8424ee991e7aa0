import type { CallView } from '../../../shared/call-view.js';
import type { Handlers } from '../../../shared/contract.js';
import type { DeskEvent, LinkEvent } from '../../../shared/desk-state.js';
import { ok, type ErrorCode, type Failure } from '../../../shared/result.js';
import type { Policy } from '../policy/schema.js';

interface LinkParts {
  /** Null when it was refused. */
  readonly policy: Pick<Policy, 'deepLink' | 'ticket'> | null;
  readonly view: () => CallView | null;
  /** False as well while the desk is locked. */
  readonly isSignedIn: () => boolean;
  readonly records: { refused(operation: string, failure: Failure, call: CallView | null): Promise<void> };
  readonly emit: (event: DeskEvent) => void;
}

export interface Links {
  /** Takes what the system says somebody clicked. It fills the form of a new call at most: nothing is started, nobody is searched. */
  open(text: string): Promise<void>;
  readonly handlers: Pick<Handlers, 'waitingLink'>;
}

const whyRefused = (policy: LinkParts['policy']): ErrorCode => {
  if (!policy) return 'policy-invalid';
  return policy.deepLink ? 'link-invalid' : 'link-off';
};

/** What comes before the window listens waits for it, the last alone. */
export const createLinks = ({ policy, view, isSignedIn, records, emit }: LinkParts): Links => {
  let listening = false;
  let waiting: string | null = null;

  const refuse = (code: ErrorCode): Promise<void> => records.refused('deepLink', { code }, view());
  const ignored = async (why: 'call-open' | 'not-signed-in'): Promise<LinkEvent> => {
    await refuse(why);
    return { kind: 'link-ignored', why };
  };
  const judge = async (text: string): Promise<LinkEvent | null> => {
    // Reading telephone numbers takes a library that a desk without links never needs to open.
    const link = policy?.deepLink ? (await import('./link.js')).parseLink(text, policy) : null;
    if (link === null) {
      await refuse(whyRefused(policy));
      return null;
    }
    if (!isSignedIn()) return ignored('not-signed-in');
    return view() ? ignored('call-open') : { kind: 'new-call', ...link };
  };

  return {
    open: async (text) => {
      // Without a policy nobody is let in who could listen.
      if (!listening && policy) return void (waiting = text);
      const event = await judge(text);
      if (event) emit(event);
    },
    handlers: {
      waitingLink: async () => {
        listening = true;
        const text = waiting;
        waiting = null;
        return ok({ event: text === null ? null : await judge(text) });
      },
    },
  };
};
