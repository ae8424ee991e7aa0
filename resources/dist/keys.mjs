// @ts-check
import { exitCodes, Refusal } from './asked.mjs';

/** What a host needs to sign with, one of each inner list's sets; each set is whole or does not count. */
const wanted = {
  linux: [['TUNNISTE_GPG_KEY']],
  win32: [
    ['WIN_CSC_LINK'],
    ['TUNNISTE_PKCS11_SIGN'],
    [
      ...['AZURE_TENANT_ID', 'AZURE_CLIENT_ID', 'AZURE_CLIENT_SECRET', 'TUNNISTE_AZURE_ENDPOINT'],
      ...['TUNNISTE_AZURE_ACCOUNT', 'TUNNISTE_AZURE_PROFILE', 'TUNNISTE_PUBLISHER'],
    ],
  ],
  darwin: [['CSC_LINK', 'CSC_KEY_PASSWORD', 'APPLE_API_KEY', 'APPLE_API_KEY_ID', 'APPLE_API_ISSUER']],
};

/**
 * Nothing unsigned leaves by accident.
 * @param {{ unsigned: boolean }} asked
 * @param {NodeJS.Platform} platform
 * @param {NodeJS.ProcessEnv} env
 * @throws {Refusal} without keys, or with keys that would not be used
 */
export function checkKeys({ unsigned }, platform, env) {
  const sets = wanted[/** @type {keyof typeof wanted} */ (platform)] ?? [];
  const isThere = sets.some((set) => set.every((name) => env[name]));
  if (isThere && unsigned) {
    throw new Refusal('There are keys in the environment and --unsigned was said: choose one.', exitCodes.refused);
  }
  if (isThere || unsigned) return;
  const names = sets.map((set) => set.join(' and ')).join('; or ');
  const way = `Set ${names}; or say --unsigned, and the version will say it too.`;
  throw new Refusal(`No key to sign with. ${way}`, exitCodes.refused);
}
