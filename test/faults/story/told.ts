/** An entry that was acknowledged: what it says, and of whom. */
export interface Acknowledged {
  readonly outcome: string;
  readonly person: string;
  /** `2026-11`. */
  readonly month: string;
}

/** Who hears what a desk answers, as it answers it. */
export interface Listener {
  /** @param seq number of the entry */
  acknowledged(seq: number, entry: Acknowledged): void;
  erasing(person: string): void;
  /** @param to number of the last entry that they are erased from */
  erased(person: string, to: number): void;
  /** Of the desk now (C2SP verifier key). */
  key(text: string): void;
  /** From now on entries may go whose time is over. */
  retaining(): void;
  /** The collector has taken these entries, by number. */
  sent(seqs: readonly number[]): void;
}

/** All that a desk answered before it died, which has to be so when it is opened again. */
export interface Told {
  /** By number. */
  readonly entries: readonly (readonly [number, Acknowledged])[];
  /** Persons that it began to erase, and up to which entry they are erased; null where it did not say so. */
  readonly erased: readonly (readonly [string, number | null])[];
  /** The first of the desk's keys, which leads to the others. */
  readonly key: string | null;
  readonly retained: boolean;
  /** Number of the last entry that the collector has. */
  readonly sent: number;
  /** What came to the collector out of order; null when nothing did. */
  readonly disorder: string | null;
}

export const nothingTold: Told = {
  entries: [],
  erased: [],
  key: null,
  retained: false,
  sent: 0,
  disorder: null,
};

/** Remembers what is told, after what was told before. */
export const rememberer = (before: Told): Listener & { told(): Told } => {
  const entries = new Map(before.entries);
  const erased = new Map(before.erased);
  let { key, retained, sent, disorder } = before;
  return {
    acknowledged: (seq, entry) => void entries.set(seq, entry),
    erasing: (person) => void erased.set(person, null),
    erased: (person, to) => void erased.set(person, to),
    key: (text) => void (key ??= text),
    retaining: () => void (retained = true),
    sent: (seqs) => {
      const [first = 1] = seqs;
      const isInOrder = first <= sent + 1 && seqs.every((seq, nth) => seq === first + nth);
      if (!isInOrder) disorder ??= `after ${sent} came ${seqs.join()}`;
      sent = Math.max(sent, ...seqs);
    },
    told: () => ({ entries: [...entries], erased: [...erased], key, retained, sent, disorder }),
  };
};
