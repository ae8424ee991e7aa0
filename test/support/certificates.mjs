// @ts-check
import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const day = 86_400_000;
const subtle = /** @type {Crypto} */ (/** @type {unknown} */ (webcrypto));
x509.cryptoProvider.set(subtle);

/** @typedef {{ readonly key: string, readonly cert: string }} Pair PEM, as Node's TLS takes them */

const newKeys = () => subtle.subtle.generateKey(algorithm, true, ['sign', 'verify']);

/** @param {CryptoKey} key */
async function pem(key) {
  const pkcs8 = await subtle.subtle.exportKey('pkcs8', key);
  return x509.PemConverter.encode(pkcs8, 'PRIVATE KEY');
}

/** @param {string} name */
async function authority(name) {
  const keys = /** @type {CryptoKeyPair} */ (await newKeys());
  const cert = await x509.X509CertificateGenerator.createSelfSigned({
    name: `CN=${name}`,
    notBefore: new Date(Date.now() - day),
    notAfter: new Date(Date.now() + 30 * day),
    signingAlgorithm: algorithm,
    keys,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
    ],
  });
  return { keys, cert };
}

/**
 * @param {Awaited<ReturnType<typeof authority>>} ca
 * @param {{ names: x509.JsonGeneralNames, from?: number, to?: number }} about `from` and `to` in days from now
 * @returns {Promise<Pair>}
 */
async function issue(ca, { names, from = -1, to = 30 }) {
  const keys = /** @type {CryptoKeyPair} */ (await newKeys());
  const cert = await x509.X509CertificateGenerator.create({
    subject: 'CN=registry.example',
    issuer: ca.cert.subject,
    notBefore: new Date(Date.now() + from * day),
    notAfter: new Date(Date.now() + to * day),
    signingAlgorithm: algorithm,
    publicKey: keys.publicKey,
    signingKey: ca.keys.privateKey,
    extensions: [
      new x509.BasicConstraintsExtension(false),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension(names),
    ],
  });
  return { key: await pem(keys.privateKey), cert: cert.toString('pem') };
}

/**
 * A throw-away authority and what it (or, for `foreign`, a stranger) signed for this machine: `good`, `expired`, `wrongHost`, `foreign`.
 * `ca` is what a client has to trust, PEM.
 */
export async function makeCertificates() {
  const [ours, theirs] = await Promise.all([authority('Tunniste test authority'), authority('Somebody else')]);
  /** @type {x509.JsonGeneralNames} */
  const here = [
    { type: 'ip', value: '127.0.0.1' },
    { type: 'dns', value: 'localhost' },
  ];
  const [good, expired, wrongHost, foreign] = await Promise.all([
    issue(ours, { names: here }),
    issue(ours, { names: here, from: -20, to: -10 }),
    issue(ours, { names: [{ type: 'dns', value: 'elsewhere.example' }] }),
    issue(theirs, { names: here }),
  ]);
  return { ca: ours.cert.toString('pem'), good, expired, wrongHost, foreign };
}
