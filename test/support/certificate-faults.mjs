// @ts-check
import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';
import { AsnConvert } from '@peculiar/asn1-schema';
import {
  GeneralName,
  GeneralSubtree,
  GeneralSubtrees,
  id_ce_nameConstraints,
  NameConstraints,
} from '@peculiar/asn1-x509';
import { outsideExtensions } from './outside-extensions.mjs';
import { authorityExtensions, certify, pair, serverExtensions } from './certificates.mjs';

/** @typedef {keyof Awaited<ReturnType<typeof makeChains>>['chains']} ChainName */

/** Signs for that domain alone. @param {string} domain */
const constrainedTo = (domain) => {
  const permittedSubtrees = new GeneralSubtrees([new GeneralSubtree({ base: new GeneralName({ dNSName: domain }) })]);
  return new x509.Extension(
    id_ce_nameConstraints,
    false,
    AsnConvert.serialize(new NameConstraints({ permittedSubtrees })),
  );
};

/** Nobody knows what it means, and it says that everybody must. */
const unheardOf = new x509.Extension('1.3.6.1.4.1.99999.1', true, new Uint8Array([5, 0]));

/**
 * Chains for this machine under one authority, each with one fault, but for `direct` and `long`. `ca` is the authority, `expiredCa`
 * and `constrainedCa` two more, PEM.
 * @param {string} [host] a further name that all but `wrongHost` are good for
 */
export async function makeChains(host = 'localhost') {
  /** @type {x509.JsonGeneralNames} */
  const names = [
    { type: 'ip', value: '127.0.0.1' },
    { type: 'dns', value: host },
  ];
  const elsewhere = /** @type {x509.JsonGeneralNames} */ ([{ type: 'dns', value: 'elsewhere.example' }]);
  const between = { name: 'Between', extensions: authorityExtensions() };
  // Whatever these point at must not be asked.
  const server = { extensions: [...serverExtensions(names), ...outsideExtensions] };

  const root = await certify({ name: 'The house authority', extensions: authorityExtensions() });
  const [stranger, namesake, expiredRoot, constrainedRoot, shortRoot] = await Promise.all([
    certify({ name: 'Somebody else', extensions: authorityExtensions() }),
    certify({ name: 'The house authority', extensions: authorityExtensions() }),
    certify({ name: 'The old authority', from: -20, to: -10, extensions: authorityExtensions() }),
    certify({ name: 'The narrow authority', extensions: [...authorityExtensions(), constrainedTo('example')] }),
    certify({ name: 'The short authority', extensions: authorityExtensions({ pathLength: 0 }) }),
  ]);
  const [middle, notAuthority, expiredMiddle, narrowMiddle, clientMiddle, belowShort, strangeMiddle] =
    await Promise.all([
      certify(between, { by: root }),
      certify({ ...between, extensions: authorityExtensions({ ca: false }) }, { by: root }),
      certify({ ...between, from: -20, to: -10 }, { by: root }),
      certify({ ...between, extensions: [...authorityExtensions(), constrainedTo('example')] }, { by: root }),
      certify(
        {
          ...between,
          extensions: [
            ...authorityExtensions(),
            new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.clientAuth]),
          ],
        },
        { by: root },
      ),
      certify(between, { by: shortRoot }),
      certify({ ...between, extensions: [...authorityExtensions(), unheardOf] }, { by: root }),
    ]);
  const noSigning = await certify(
    {
      ...between,
      extensions: [
        new x509.BasicConstraintsExtension(true, undefined, true),
        new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      ],
    },
    { by: root },
  );
  const [, usage, ...withoutUsage] = serverExtensions(names);
  const withoutConstraints = [...(usage ? [usage] : []), ...withoutUsage];
  const isAuthority = new x509.BasicConstraintsExtension(true, undefined, true);
  const encipherOnly = new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyEncipherment, true);
  const weakKeys = await webcrypto.subtle.generateKey(
    { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', modulusLength: 1024, publicExponent: new Uint8Array([1, 0, 1]) },
    true,
    ['sign', 'verify'],
  );
  const under = (/** @type {import('./certificates.mjs').Issuer} */ by) => certify(server, { by });

  const chains = {
    direct: await pair(await under(root)),
    long: await pair(await under(middle), middle),
    foreign: await pair(await under(stranger), stranger),
    wrongSignature: await pair(await certify(server, { by: root, key: namesake.keys.privateKey })),
    selfSigned: await pair(await certify(server)),
    expired: await pair(await certify({ ...server, from: -20, to: -10 }, { by: root })),
    notYet: await pair(await certify({ ...server, from: 10, to: 20 }, { by: root })),
    wrongHost: await pair(await certify({ extensions: serverExtensions(elsewhere) }, { by: root })),
    commonNameOnly: await pair(await certify({ name: host, extensions: serverExtensions(null) }, { by: root })),
    clientOnly: await pair(
      await certify({ extensions: serverExtensions(names, x509.ExtendedKeyUsage.clientAuth) }, { by: root }),
    ),
    anAuthority: await pair(await certify({ extensions: [isAuthority, ...withoutConstraints] }, { by: root })),
    noSignature: await pair(await certify({ extensions: [encipherOnly, ...withoutUsage] }, { by: root })),
    misnamed: await pair(await certify(server, { by: stranger, key: root.keys.privateKey })),
    unheardOf: await pair(await certify({ extensions: [...serverExtensions(names), unheardOf] }, { by: root })),
    weakKey: await pair(await certify(server, { by: root, own: weakKeys })),
    weakSignature: await pair(await certify(server, { by: root, hash: 'SHA-1' })),
    withoutMiddle: await pair(await under(middle)),
    underNoAuthority: await pair(await under(notAuthority), notAuthority),
    underExpired: await pair(await under(expiredMiddle), expiredMiddle),
    underNarrow: await pair(await under(narrowMiddle), narrowMiddle),
    underClientAuthority: await pair(await under(clientMiddle), clientMiddle),
    underStrange: await pair(await under(strangeMiddle), strangeMiddle),
    underNoSigning: await pair(await under(noSigning), noSigning),
    underExpiredRoot: await pair(await under(expiredRoot)),
    underNarrowRoot: await pair(await under(constrainedRoot)),
    tooLong: await pair(await under(belowShort), belowShort),
  };
  const pem = (/** @type {import('./certificates.mjs').Issuer} */ { cert }) => cert.toString('pem');
  return {
    root: pem(root),
    authorities: [root, expiredRoot, constrainedRoot, shortRoot].map(pem),
    expired: pem(expiredRoot),
    chains,
  };
}
