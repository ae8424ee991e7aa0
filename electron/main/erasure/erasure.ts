import type { Handlers, RequestOf } from '../../../shared/contract.js';
import { fail, ok, type Result } from '../../../shared/result.js';
import type { KeyFile } from '../credentials/key-file.js';
import { createTurns } from '../turns/turns.js';
import { createErasing, type About } from './erasing.js';
import { createHolds, type HoldParts } from './holds.js';

interface ErasureParts extends HoldParts {
  readonly keys: HoldParts['keys'] & Pick<KeyFile, 'open' | 'dropSubjectKey' | 'subjectName'>;
  /** Whether main holds anything of a person in memory. */
  readonly isCalling: () => boolean;
  /** What waits to be sent about a person, by the registry's id. */
  readonly requests: {
    isWaiting(isAbout: (id: string) => boolean): Promise<Result<boolean>>;
    forget(isAbout: (id: string) => boolean): Promise<Result<void>>;
  };
}

export interface Erasure {
  readonly handlers: Pick<Handlers, 'eraseSubject' | 'readHolds' | 'setHold' | 'liftHold'>;
  /** For whoever knows the registry's id. Fails with `legal-hold`, or as the record, the key file or the keychain does. */
  byId(id: string, about: About, reason: string): Promise<Result<void>>;
}

/** Erasing people, and what keeps them from being erased; one thing at a time. */
export const createErasure = (parts: ErasureParts): Erasure => {
  const { keys, trail, requests, isCalling } = parts;
  const holds = createHolds(parts);
  const erase = createErasing({ ...parts, holds });
  const turns = createTurns();
  /** The key file is open when it is a piece of work's turn. */
  const inTurn = <T>(work: () => Promise<Result<T>>): Promise<Result<T>> =>
    turns(async () => {
      const opened = await keys.open();
      return opened.ok ? work() : opened;
    });

  const eraseSubject = async ({ subject, ground }: RequestOf<'eraseSubject'>): Promise<Result<{ erased: true }>> => {
    if (isCalling()) return fail('call-open');
    const found = await trail.whose(subject, keys.subjectKeys());
    if (!found.ok) return found;
    const name = found.value;
    if (name === null) return fail('nothing-sealed');
    const isAbout = (id: string): boolean => keys.subjectName(id) === name;
    const waiting = await requests.isWaiting(isAbout);
    if (!waiting.ok) return waiting;
    if (waiting.value) return fail('request-waiting');
    const about = { call: null, purpose: null, ticket: null, subject };
    const erased = await erase(name, about, ground, () => requests.forget(isAbout));
    return erased.ok ? ok({ erased: true }) : erased;
  };

  return {
    handlers: {
      eraseSubject: (asked) => inTurn(() => eraseSubject(asked)),
      readHolds: () => inTurn(holds.read),
      setHold: (asked) => inTurn(() => holds.set(asked)),
      liftHold: ({ id }) => inTurn(() => holds.lift(id)),
    },
    byId: (id, about, reason) =>
      inTurn(async () => {
        const name = keys.subjectName(id);
        return name === null ? fail('key-file-unreadable') : erase(name, about, reason);
      }),
  };
};
