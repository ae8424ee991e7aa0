import type { Handlers } from '../../../shared/contract.js';
import type { DeskState } from '../../../shared/desk-state.js';
import { fail, ok, type Result } from '../../../shared/result.js';
import type { AuditLog, Step } from '../audit/audit-log.js';

/** A key of the desk's own: entered once, sealed, on record, never shown again. */
export interface KeptKey {
  /** Fails with `token-invalid`, or as the recording or the saving does; then the old one stays. */
  keep(key: string): Promise<Result<void>>;
  forget(): Promise<Result<void>>;
}

interface Parts {
  readonly audit: Pick<AuditLog, 'record'>;
  readonly entries: { readonly kept: Step; readonly forgotten: Step };
  readonly isKey: (text: string) => boolean;
  readonly isKept: () => boolean;
  readonly save: (key: string) => Promise<Result<void>>;
  readonly remove: () => Promise<Result<void>>;
}

export const createKeptKey = ({ audit, entries, isKey, isKept, save, remove }: Parts): KeptKey => ({
  keep: async (key) => {
    if (!isKey(key)) return fail('token-invalid');
    const recorded = await audit.record(entries.kept);
    if (!recorded.ok) return recorded;
    const saved = await save(key);
    if (!saved.ok) await audit.record({ ...entries.kept, outcome: 'failed', reason: saved.error.code });
    return saved;
  },
  forget: async () => {
    // Gone is gone.
    if (!isKept()) return ok(undefined);
    const recorded = await audit.record(entries.forgotten);
    return recorded.ok ? remove() : recorded;
  },
});

/**
 * What the window is answered: the desk as it is then. `renewPage` takes away the page that the key was typed into. A `key` that the policy
 * has no need of is null.
 */
export const keptKeyAnswers = (key: KeptKey | null, deskState: Handlers['deskState'], renewPage: () => void) => ({
  keep: async (typed: string): Promise<Result<DeskState>> => {
    const kept = (await key?.keep(typed)) ?? fail('policy-invalid');
    if (!kept.ok) return kept;
    setImmediate(renewPage);
    return deskState();
  },
  forget: async (): Promise<Result<DeskState>> => {
    const forgotten = (await key?.forget()) ?? fail('policy-invalid');
    return forgotten.ok ? deskState() : forgotten;
  },
});
