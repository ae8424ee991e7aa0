import type { Result } from '../../../shared/result.js';
import { sound, wrong, type Check, type Finding } from './check.js';

interface Parts {
  /** Makes the folder if there is none; fails as the desk would. */
  readonly prepare: () => Promise<Result<void>>;
  /** Reads the whole journal, changing nothing. */
  readonly read: () => Promise<Result<{ readonly tip: { readonly seq: number } }>>;
  /** Takes and gives back the journal's lock. */
  readonly lock: () => Promise<Result<void>>;
  readonly keychain: {
    set(account: string, key: Uint8Array): Promise<Result<void>>;
    get(account: string): Promise<Result<Uint8Array | null>>;
    delete(account: string): Promise<Result<boolean>>;
  };
}

const checkJournal = async ({ prepare, read, lock }: Parts): Promise<Finding> => {
  const prepared = await prepare();
  if (!prepared.ok) return wrong(prepared.error.code);
  const journal = await read();
  if (!journal.ok) return wrong(journal.error.code);
  const entries = `${journal.value.tip.seq} entries, unbroken`;
  const locked = await lock();
  if (!locked.ok && locked.error.code !== 'audit-in-use') return wrong(locked.error.code);
  return sound(locked.ok ? entries : `${entries}; a desk is open`);
};

const account = 'self-test';

/** A key goes in, comes back, and is taken out. The desk's own is not touched. */
const checkKeychain = async ({ keychain }: Parts): Promise<Finding> => {
  const key = Buffer.alloc(32, 7);
  const kept = await keychain.set(account, key);
  if (!kept.ok) return wrong(kept.error.code);
  const back = await keychain.get(account);
  const gone = await keychain.delete(account);
  if (!back.ok) return wrong(back.error.code);
  if (!gone.ok) return wrong(gone.error.code);
  return back.value && key.equals(back.value) && gone.value
    ? sound('keeps and gives back a key')
    : wrong('keychain-locked');
};

/** Where the desk keeps what it may not lose. */
export const stateChecks = (parts: Parts): readonly Check[] => [
  { name: 'journal', run: () => checkJournal(parts) },
  { name: 'keychain', run: () => checkKeychain(parts) },
];
