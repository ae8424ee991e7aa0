// @ts-check
import { parseArgs } from 'node:util';

export const exitCodes = /** @type {const} */ ({ made: 0, failed: 1, usage: 64, refused: 78 });

/** Why nothing was made; said without a stack. */
export class Refusal extends Error {
  /** @param {string} message @param {number} code */
  constructor(message, code) {
    super(message);
    this.code = code;
  }
}

const usage = `Usage: npm run dist -- [--unsigned] [--out DIR] [--compression xz|gzip|zstd] [--folder-only]

Makes what this host can make. Keys come from the environment alone:

  Linux    TUNNISTE_GPG_KEY         an armoured OpenPGP secret key; TUNNISTE_GPG_PASSPHRASE if it has one
  Windows  WIN_CSC_LINK, WIN_CSC_KEY_PASSWORD                     a certificate file, or
           AZURE_TENANT_ID, AZURE_CLIENT_ID, AZURE_CLIENT_SECRET, TUNNISTE_AZURE_ENDPOINT, TUNNISTE_AZURE_ACCOUNT,
           TUNNISTE_AZURE_PROFILE, TUNNISTE_PUBLISHER              Azure Artifact Signing, or
           TUNNISTE_PKCS11_SIGN                                    a program that is given the file to sign (PKCS #11, HSM)
  macOS    CSC_LINK, CSC_KEY_PASSWORD, APPLE_API_KEY, APPLE_API_KEY_ID, APPLE_API_ISSUER

Without them it refuses. --unsigned makes packages without signatures, and their version says so.

Exit codes: 0 made · 1 a step failed · 64 wrong usage · 78 no key, and --unsigned was not said
`;

/**
 * @typedef {object} Asked
 * @property {boolean} unsigned
 * @property {string} out
 * @property {'xz' | 'gzip' | 'zstd'} compression
 * @property {boolean} folderOnly the unpacked app and nothing else
 */

/**
 * What the command line asks for.
 * @param {readonly string[]} argv
 * @returns {Asked}
 * @throws {Refusal} at anything not understood
 */
export function readAsked(argv) {
  const { values } = parsed(argv);
  const { unsigned, out, compression } = values;
  if (compression !== 'xz' && compression !== 'gzip' && compression !== 'zstd')
    throw new Refusal(`not a compression: ${compression}\n\n${usage}`, exitCodes.usage);
  return { unsigned, out, compression, folderOnly: values['folder-only'] };
}

/** @param {readonly string[]} argv */
function parsed(argv) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        unsigned: { type: 'boolean', default: false },
        out: { type: 'string', default: 'dist' },
        compression: { type: 'string', default: 'xz' },
        'folder-only': { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new Refusal(`${/** @type {Error} */ (error).message}\n\n${usage}`, exitCodes.usage);
  }
}
