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

/**
 * @typedef {object} Subject
 * @property {string} [name] its common name
 * @property {number} [from] days from now
 * @property {number} [to] days from now
 * @property {readonly x509.Extension[]} extensions
 *
 * @typedef {{ keys: CryptoKeyPair, cert: x509.X509Certificate }} Issuer
 */

/** What an authority's certificate says. @param {{ ca?: boolean, pathLength?: number }} [about] */
export const authorityExtensions = ({ ca = true, pathLength } = {}) => [
  new x509.BasicConstraintsExtension(ca, pathLength, true),
  new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
];

/** What a server's certificate says. @param {x509.JsonGeneralNames | null} names @param {string} [use] */
export const serverExtensions = (names, use = x509.ExtendedKeyUsage.serverAuth) => [
  new x509.BasicConstraintsExtension(false),
  new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
  new x509.ExtendedKeyUsageExtension([use]),
  ...(names ? [new x509.SubjectAlternativeNameExtension(names)] : []),
];

/** What a machine's or person's certificate says. */
export const clientExtensions = serverExtensions(null, x509.ExtendedKeyUsage.clientAuth);

/**
 * A certificate, signed by an issuer or, without one, by itself.
 * @param {Subject} subject
 * @param {{ by?: Issuer, key?: CryptoKey, hash?: string, own?: CryptoKeyPair }} [signed] `key` in place of the issuer's, `own` in place of new keys
 * @returns {Promise<Issuer>}
 */
export async function certify(
  { name = 'registry.example', from = -1, to = 30, extensions },
  { by, key, hash = 'SHA-256', own } = {},
) {
  const keys = own ?? /** @type {CryptoKeyPair} */ (await newKeys());
  const cert = await x509.X509CertificateGenerator.create({
    subject: `CN=${name}`,
    issuer: by?.cert.subject ?? `CN=${name}`,
    notBefore: new Date(Date.now() + from * day),
    notAfter: new Date(Date.now() + to * day),
    signingAlgorithm: { ...algorithm, hash },
    publicKey: keys.publicKey,
    signingKey: key ?? by?.keys.privateKey ?? keys.privateKey,
    extensions: [...extensions],
  });
  return { keys, cert };
}

/** @param {string} name */
const authority = (name) => certify({ name, extensions: authorityExtensions({ pathLength: 0 }) });

/** As Node's TLS takes it: the certificate, then those that are sent along. @param {Issuer} own @param {...Issuer} along @returns {Promise<Pair>} */
export const pair = async (own, ...along) => ({
  key: await pem(own.keys.privateKey),
  cert: [own, ...along].map(({ cert }) => cert.toString('pem')).join('\n'),
});

/**
 * @param {Issuer} ca
 * @param {{ names: x509.JsonGeneralNames, from?: number, to?: number }} about `from` and `to` in days from now
 */
const issue = async (ca, { names, ...dates }) =>
  pair(await certify({ ...dates, extensions: serverExtensions(names) }, { by: ca }));

/**
 * A throw-away authority and what it (or, for `foreign`, a stranger) signed for this machine: `good`, `renewed`, `expired`, `wrongHost`, `foreign`.
 * `ca` is what a client has to trust, PEM.
 * @param {string} [address] of the server that is meant
 */
export async function makeCertificates(address = '127.0.0.1') {
  const [ours, theirs] = await Promise.all([authority('Tunniste test authority'), authority('Somebody else')]);
  /** @type {x509.JsonGeneralNames} */
  const here = [
    { type: 'ip', value: address },
    { type: 'dns', value: 'localhost' },
  ];
  const [good, renewed, expired, wrongHost, foreign] = await Promise.all([
    issue(ours, { names: here }),
    issue(ours, { names: here }),
    issue(ours, { names: here, from: -20, to: -10 }),
    issue(ours, { names: [{ type: 'dns', value: 'elsewhere.example' }] }),
    issue(theirs, { names: here }),
  ]);
  return { ca: ours.cert.toString('pem'), good, renewed, expired, wrongHost, foreign };
}
