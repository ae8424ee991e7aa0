// @ts-check
import { must } from '../../test/support/run.mjs';

const timeStamps = 'http://timestamp.acs.microsoft.com';

/**
 * One of three ways to sign for Windows, whichever the environment has keys for; always SHA-256 with an RFC 3161 time-stamp.
 * @param {NodeJS.ProcessEnv} env
 * @returns {Pick<import('electron-builder').WindowsConfiguration, 'azureSignOptions' | 'signtoolOptions' | 'forceCodeSigning'>}
 */
export function windowsSigning(env) {
  const { TUNNISTE_PKCS11_SIGN: program, TUNNISTE_AZURE_ENDPOINT: endpoint } = env;
  if (endpoint) {
    return {
      forceCodeSigning: true,
      azureSignOptions: {
        endpoint,
        codeSigningAccountName: env['TUNNISTE_AZURE_ACCOUNT'] ?? '',
        certificateProfileName: env['TUNNISTE_AZURE_PROFILE'] ?? '',
        publisherName: env['TUNNISTE_PUBLISHER'] ?? '',
        fileDigest: 'SHA256',
        timestampDigest: 'SHA256',
        timestampRfc3161: timeStamps,
      },
    };
  }
  return {
    forceCodeSigning: true,
    signtoolOptions: {
      signingHashAlgorithms: ['sha256'],
      rfc3161TimeStampServer: timeStamps,
      // A key in a token or an HSM: that program signs and time-stamps the file it is given.
      ...(program && { sign: async ({ path }) => void (await must([program, path])) }),
    },
  };
}
