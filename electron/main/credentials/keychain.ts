import { fail, ok, type ErrorCode, type Result } from '../../../shared/result.js';
import { loadNative } from '../native/native-module.js';
import { keychainFailure } from './keychain-failure.js';

/** The operating system's keychain, as far as it is used: 32-byte keys by account. */
export interface Keychain {
  /** Null when nothing is found; a locked keyring answers the same. Fails with `keychain-…` or `program-altered`. */
  get(account: string): Promise<Result<Uint8Array | null>>;
  set(account: string, key: Uint8Array): Promise<Result<void>>;
  /** Whether there was one. */
  delete(account: string): Promise<Result<boolean>>;
}

/** What is used of keytar. `findCredentials` is not: on Windows it also matches services that only begin alike. */
export interface Keytar {
  getPassword(service: string, account: string): Promise<string | null>;
  setPassword(service: string, account: string, password: string): Promise<void>;
  deletePassword(service: string, account: string): Promise<boolean>;
}

export interface KeychainParts {
  readonly service: string;
  readonly load?: () => Result<Keytar>;
  /** Milliseconds a call may take. */
  readonly patience?: number;
}

const keyBytes = 32;

/** Loaded late: without libsecret it cannot be loaded at all, and the desk must still open and say so. */
const loadKeytar = (): Result<Keytar> => loadNative<Keytar>('keytar', 'keychain-missing');

/**
 * At most one call is in flight, for each hung one takes a thread from all file access. While a call hangs, the others fail with
 * `keychain-timeout` at once. Secrets are base64url: a NUL would cut them on Linux, and Windows takes 2,560 bytes at most.
 */
export const createKeychain = ({ service, load = loadKeytar, patience = 15_000 }: KeychainParts): Keychain => {
  const reads = new Map<string, Promise<Result<Uint8Array | null>>>();
  let before: Promise<void> = Promise.resolve();
  let hung = false;
  let loaded: Result<Keytar> | null = null;

  const start = async <T>(call: (keytar: Keytar) => Promise<T>): Promise<Result<T>> => {
    if (hung) return fail('keychain-timeout');
    if (!loaded?.ok) loaded = load();
    if (!loaded.ok) return loaded;
    const answer = call(loaded.value).then(ok, keychainFailure);
    const inTime = await within(patience, answer);
    if (inTime !== null) return inTime;
    hung = true;
    void answer.finally(() => (hung = false));
    return fail('keychain-timeout');
  };

  const inTurn = <T>(call: (keytar: Keytar) => Promise<T>): Promise<Result<T>> => {
    const mine = before.then(() => start(call));
    before = mine.then(nothing, nothing); // its answer may be a key, and its failure is told to its own caller
    return mine;
  };

  const read = async (account: string): Promise<Result<Uint8Array | null>> => {
    const found = await inTurn((keytar) => keytar.getPassword(service, account));
    if (!found.ok || found.value === null) return found as Result<null>;
    const key = Buffer.from(found.value, 'base64url');
    return key.length === keyBytes ? ok(key) : fail(notOurs);
  };

  return {
    get: (account) => {
      const reading = reads.get(account) ?? read(account).finally(() => reads.delete(account));
      reads.set(account, reading);
      return reading;
    },
    set: (account, key) => {
      if (key.length !== keyBytes) throw new RangeError(`a key of ${key.length} bytes`);
      return inTurn((keytar) => keytar.setPassword(service, account, Buffer.from(key).toString('base64url')));
    },
    delete: (account) => inTurn((keytar) => keytar.deletePassword(service, account)),
  };
};

const nothing = (): void => undefined;

/** Something else stands where the key was: the key is lost. */
const notOurs: ErrorCode = 'keychain-locked';

/** The answer, or null when it is not there after so many milliseconds. */
const within = async <T>(milliseconds: number, answer: Promise<T>): Promise<T | null> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => (timer = setTimeout(resolve, milliseconds, null)));
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
};
