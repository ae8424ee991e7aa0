import { readFile } from 'node:fs/promises';
import { validateSchema } from 'app-builder-lib/out/util/config/schemaValidator.js';
import { describe, expect, test } from 'vitest';
import { builderConfig } from '../../../resources/dist/builder.mjs';
import { at, run } from '../../support/run.mjs';

const dist = (words: readonly string[], env: Record<string, string> = {}) =>
  run([process.execPath, at('resources/dist/dist.mjs'), ...words], { env: { PATH: process.env['PATH'], ...env } });

describe.concurrent('a command line', () => {
  test('without a key nothing is made, and the way out is said', async () => {
    const { code, out } = await dist([]);
    expect(code).toBe(78);
    expect(out).toMatch(/^No key to sign with\. Set TUNNISTE_GPG_KEY; or say --unsigned/);
  });

  test('a key that would not be used is refused too', async () => {
    expect((await dist(['--unsigned'], { TUNNISTE_GPG_KEY: 'a key' })).code).toBe(78);
  });

  test.each([['--unsgned'], ['--compression=zip', '--unsigned'], ['here']])('%s is wrong usage', async (...words) => {
    const { code, out } = await dist(words);
    expect(code).toBe(64);
    expect(out).toContain('Usage: npm run dist');
  });

  test.each([['--in=/nonexistent'], ['--key=/nonexistent'], ['--commit=HEAD'], ['--unsgned']])(
    'that checks, with %s, is wrong usage',
    async (word) => {
      const verify = await run([process.execPath, at('resources/dist/verify.mjs'), word], { env: {} });
      expect(verify).toMatchObject({ code: 64, out: expect.stringContaining('Usage: npm run dist:verify') as unknown });
    },
  );
});

// Compiled once for all of them: a second by itself, on a slow machine more.
const schema: unknown = JSON.parse(await readFile(at('node_modules/app-builder-lib/scheme.json'), 'utf8'));

const azure = Object.fromEntries(
  ['ENDPOINT', 'ACCOUNT', 'PROFILE'].map((name) => [`TUNNISTE_AZURE_${name}`, 'https://signing.example']),
);

test.each([
  ['unsigned', true, {}],
  ['with a certificate file', false, { WIN_CSC_LINK: 'desk.p12' }],
  ['with a token', false, { TUNNISTE_PKCS11_SIGN: '/usr/bin/true' }],
  ['with Azure', false, { ...azure, TUNNISTE_PUBLISHER: 'CN=Tunniste' }],
])('what is asked of electron-builder for Windows and macOS is what its schema allows: %s', (_, unsigned, env) => {
  const config = builderConfig({ app: '/tmp/app', out: '/tmp/out', unsigned, env });
  validateSchema(schema, config);
  const wrong = { ...config, nsis: { ...config.nsis, perMachin: true } };
  expect(() => validateSchema(schema, wrong)).toThrow('configuration.nsis');
});
