import { createHmac, randomBytes } from 'node:crypto';

/** Of this run only, so that a tally key means nothing outside it. */
const tallySecret = randomBytes(32);

/** Opens the door for this file alone: whoever else holds a withheld value can only put questions to it. */
let open: <T>(withheld: Withheld<T>) => T;

/**
 * The one door through which a registry value leaves main's keeping.
 *
 * A value read from the registry is `Withheld` at once. Code may ask yes-or-no questions about it; to get anything else out
 * it must show the receipt of an entry that is already durable and that names this very subject.
 */
export class Withheld<T> {
  readonly #value: T;

  constructor(value: T) {
    this.#value = value;
  }

  static {
    open = (withheld) => withheld.#value;
  }

  /** Answers a yes-or-no question about the value, so that gating and blind comparison need no disclosure. */
  test(question: (value: T) => boolean): boolean {
    return question(this.#value) === true;
  }

  /** A key to count by, that tells nothing about the value and changes with every run. */
  tallyKey(pick: (value: T) => string): string {
    return createHmac('sha256', tallySecret).update(pick(this.#value)).digest('base64url');
  }

  /** Nothing leaks by way of logging or JSON. */
  toJSON(): string {
    return '[withheld]';
  }
}

/** Proof that entries about these subjects are durable. Only `issueReceipt` makes one that `disclose` accepts. */
export interface RecordReceipt {
  /** Number of the last of those entries. */
  readonly seq: number;
}

/** Not exported: what has not come out of `issueReceipt` has no subjects. */
class Receipt implements RecordReceipt {
  readonly seq: number;
  readonly #subjects: readonly Withheld<unknown>[];

  constructor(seq: number, subjects: readonly Withheld<unknown>[]) {
    this.seq = seq;
    this.#subjects = subjects;
  }

  static names(receipt: RecordReceipt, subject: Withheld<unknown>): boolean {
    return #subjects in receipt && receipt.#subjects.includes(subject);
  }
}

/** For the audit log alone, after the entries are on disk. */
export const issueReceipt = (seq: number, subjects: Iterable<Withheld<unknown>>): RecordReceipt =>
  new Receipt(seq, [...subjects]);

/** For the audit log alone, which makes a pseudonym of it. */
export const identify = (subject: Withheld<{ readonly id: string }>): string => open(subject).id;

/**
 * Hands out what `view` makes of the value.
 * @throws Error when the receipt is forged or its entries do not name this subject: a bug, never an expected failure.
 */
export const disclose = <T, View>(receipt: RecordReceipt, withheld: Withheld<T>, view: (value: T) => View): View => {
  if (!Receipt.names(receipt, withheld)) throw new Error('no durable record names this subject');
  return view(open(withheld));
};
