import { Dexie, type Table } from 'dexie';
import type { AuditEntry } from '../../shared/audit-entry.js';

/** The index of the journal: pseudonymous, disposable, rebuilt at will. Nothing but audit entries ever enters it. */
export class ReadModel extends Dexie {
  declare readonly entries: Table<AuditEntry, number>;
  /** How far the index has come, moved in the same transaction as the entries it speaks of. */
  declare readonly cursor: Table<{ readonly seq: number; readonly id: string }, 'last'>;

  constructor(name = 'tunniste-audit') {
    // The cursor must never be durable without its entries, nor a power cut undo what it claims.
    super(name, { chromeTransactionDurability: 'strict' });
    // Why these: each filter of the audit screen is one range of one index, ordered by time, so that a page of a
    // million entries is read without looking at the rest. Agent, purpose and outcome are not filtered by.
    this.version(1).stores({ entries: 'seq, time, [type+time], [subject+time], [ticket+time]', cursor: '' });
  }
}
