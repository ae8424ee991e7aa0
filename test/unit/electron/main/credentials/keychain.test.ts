import { expect, test, vi } from 'vitest';
import { createKeychain, type Keytar } from '../../../../../electron/main/credentials/keychain.js';
import { fail, ok } from '../../../../../shared/result.js';

const service = 'tunniste-test';
const key = Buffer.alloc(32, 7);
const stored = key.toString('base64url');

const keytar = (more: Partial<Keytar> = {}): Keytar => ({
  getPassword: async () => stored,
  setPassword: async () => undefined,
  deletePassword: async () => true,
  ...more,
});
const keychainOn = (native: Keytar, patience = 15_000) => createKeychain({ service, load: () => ok(native), patience });

/** A call that hangs until it is told to go on. */
const hanging = <T>() => {
  let goOn: (value: T) => void = () => undefined;
  const call = new Promise<T>((resolve) => (goOn = resolve));
  return { call, goOn };
};

test('a key is kept as base64url under service and account, and comes back as it was', async () => {
  const setPassword = vi.fn(async () => undefined);
  const keychain = keychainOn(keytar({ setPassword }));
  expect(await keychain.set('account', key)).toEqual({ ok: true, value: undefined });
  expect(setPassword).toHaveBeenCalledWith(service, 'account', stored);
  expect(await keychain.get('account')).toEqual({ ok: true, value: key });
  expect(await keychain.delete('account')).toEqual({ ok: true, value: true });
});

test('nothing found is no failure', async () => {
  expect(await keychainOn(keytar({ getPassword: async () => null })).get('account')).toEqual({ ok: true, value: null });
});

test('something else in the key’s place is a lost key', async () => {
  expect(await keychainOn(keytar({ getPassword: async () => 'hunter2' })).get('account')).toEqual({
    ok: false,
    error: { code: 'keychain-locked' },
  });
});

test('a key of another length is a bug', () => {
  expect(() => keychainOn(keytar()).set('account', Buffer.alloc(31))).toThrow(RangeError);
});

test.each([
  ['The name org.freedesktop.secrets was not provided by any .service files', 'keychain-missing'],
  ['Cannot autolaunch D-Bus without X11 $DISPLAY', 'keychain-missing'],
  ['Could not connect: No such file or directory', 'keychain-missing'],
  ['Object does not exist at path “/org/freedesktop/secrets/aliases/default”', 'keychain-missing'],
  ['Cannot create an item in a locked collection', 'keychain-locked'],
  ['User interaction is not allowed.', 'keychain-locked'],
  ['User canceled the operation.', 'keychain-denied'],
  ['The user name or passphrase you entered is not correct.', 'keychain-denied'],
  ['Timeout was reached', 'keychain-timeout'],
  ['words nobody has seen', 'keychain-denied'],
])('"%s" is %s', async (message, code) => {
  const getPassword = () => Promise.reject(new Error(message));
  expect(await keychainOn(keytar({ getPassword })).get('account')).toEqual({ ok: false, error: { code } });
});

test('a keychain that cannot be loaded is missing, and may be there later', async () => {
  let there = false;
  const load = () => {
    if (!there) return fail('keychain-missing');
    return ok(keytar());
  };
  const keychain = createKeychain({ service, load });
  expect(await keychain.get('account')).toEqual({ ok: false, error: { code: 'keychain-missing' } });
  there = true;
  expect((await keychain.get('account')).ok).toBe(true);
});

test('at most one call is in flight', async () => {
  let flying = 0;
  let most = 0;
  const slowly = async <T>(value: T): Promise<T> => {
    most = Math.max(most, (flying += 1));
    await Promise.resolve();
    flying -= 1;
    return value;
  };
  const keychain = keychainOn(
    keytar({
      getPassword: () => slowly(stored),
      setPassword: () => slowly(undefined),
      deletePassword: () => slowly(true),
    }),
  );
  await Promise.all([keychain.get('a'), keychain.set('b', key), keychain.get('c'), keychain.delete('d')]);
  expect(most).toBe(1);
});

test('equal reads at the same time are one call, later ones another', async () => {
  const getPassword = vi.fn(async () => stored);
  const keychain = keychainOn(keytar({ getPassword }));
  await Promise.all([keychain.get('account'), keychain.get('account'), keychain.get('other')]);
  expect(getPassword).toHaveBeenCalledTimes(2);
  await keychain.get('account');
  expect(getPassword).toHaveBeenCalledTimes(3);
});

test('a hung call is given up after its time, the others fail at once, and all is well when it ends', async () => {
  const { call, goOn } = hanging<string>();
  const setPassword = vi.fn(async () => undefined);
  const keychain = keychainOn(keytar({ getPassword: () => call, setPassword }), 1);
  const timeout = { ok: false, error: { code: 'keychain-timeout' } };
  const waiting = keychain.set('account', key);
  expect(await keychain.get('account')).toEqual(timeout);
  await waiting;
  setPassword.mockClear();
  expect(await keychain.set('account', key)).toEqual(timeout);
  expect(setPassword).not.toHaveBeenCalled();
  goOn(stored);
  await new Promise(setImmediate);
  expect((await keychain.set('account', key)).ok).toBe(true);
});

test('a failing call does not hold up the next', async () => {
  const getPassword = vi.fn(async () => stored).mockRejectedValueOnce(new Error('Timeout was reached'));
  const keychain = keychainOn(keytar({ getPassword }));
  expect((await keychain.get('account')).ok).toBe(false);
  expect((await keychain.get('account')).ok).toBe(true);
});
