import { join } from 'node:path';
import { must } from './run.mjs';

/** A signing key for an hour, its ring in that folder; the public half as a file, the secret one armoured. */
export const throwAwayKey = async (folder: string): Promise<{ key: string; secret: string }> => {
  const gpg = ['gpg', '--batch', '--quiet', '--homedir', folder];
  const who = 'Tunniste test <packages@tunniste.example>';
  await must([...gpg, '--passphrase', '', '--quick-generate-key', who, 'rsa3072', 'sign', '1d']);
  const key = join(folder, 'public.asc');
  await must([...gpg, '--armor', '--output', key, '--export']);
  const secret = await must([...gpg, '--armor', '--export-secret-keys']);
  await must(['gpgconf', '--homedir', folder, '--kill', 'all']);
  return { key, secret };
};
