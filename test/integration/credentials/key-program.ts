import { createInterface } from 'node:readline';
import { onDisk } from '../../../electron/main/audit/durable-file.js';
import { createKeyFile } from '../../../electron/main/credentials/key-file.js';
import { createKeychain } from '../../../electron/main/credentials/keychain.js';

/** Does what each line it reads says with the real keychain, and prints what came of it as JSON. */
const [folder = '', patience = '15000'] = process.argv.slice(2);
const keychain = createKeychain({ service: 'tunniste-test', patience: Number(patience) });
const keyFile = createKeyFile({ folder, keychain, ...onDisk });
const key = Buffer.alloc(32, 9);

const orders: Record<string, () => Promise<unknown>> = {
  get: async () => {
    const got = await keychain.get('a key');
    return got.ok ? { ok: true, same: got.value !== null && key.equals(got.value) } : got;
  },
  set: () => keychain.set('a key', key),
  delete: () => keychain.delete('a key'),
  open: () => keyFile.open(),
  token: async () => keyFile.token(),
  keep: () => keyFile.setToken('a-token', 0),
};

createInterface({ input: process.stdin }).on('line', (order) => {
  void orders[order]?.().then((answer) => console.log(JSON.stringify(answer)));
});
