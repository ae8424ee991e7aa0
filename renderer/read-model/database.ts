import { Dexie, type Table } from 'dexie';
import type { Block } from './block.js';

/** Where the index of the journal lies: pseudonymous, disposable, rebuilt at will. Nothing but audit entries ever enters it. */
export class ReadModel extends Dexie {
  declare readonly blocks: Table<Block, number>;

  constructor(name = 'tunniste-audit') {
    // Nothing that a power cut could undo may be taken for kept.
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({ entries: 'seq, time, [type+time], [subject+time], [ticket+time]', cursor: '' });
    // Why: a record for each entry, in four indexes, took minutes to fill for a million entries, and two filters at once looked at
    // every hit of one of them. A block of columns needs no index at all: its number says which entries are there.
    this.version(2).stores({ entries: null, cursor: null, blocks: 'number' });
  }
}
