// @ts-check
// A real OpenID provider (oidc-provider) on loopback, in a process of its own, and before the registry a gate that asks it about tokens.
//   node test/support/oidc-server.mjs --registry URL --token T
// Prints {"issuer","scim"} in one line when ready. Ends on SIGTERM, or when its stdin closes. Told what to do by POST /control.
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { calculateJwkThumbprint, EmbeddedJWK, exportJWK, generateKeyPair, jwtVerify } from 'jose';
import { Provider } from 'oidc-provider';
import { altering, alterations } from './oidc-alterations.mjs';
import { faults } from './oidc-faults.mjs';
import { Storage } from './oidc-storage.mjs';

/** @typedef {import('./oidc.mjs').Orders} Orders */

const { values: options } = parseArgs({ options: { registry: { type: 'string' }, token: { type: 'string' } } });

/** @type {Required<Orders>} */
const state = {
  accounts: {},
  accessSeconds: 600,
  skewSeconds: 0,
  fault: null,
  faultAt: '',
  rotateKeys: false,
  revokeRefresh: false,
  revokeAccess: false,
  userInfoOnly: false,
  requireNonce: false,
};
/** @type {{ refresh: string[], access: string[], id: string[], requests: string[], scim: string[] }} */
const seen = { refresh: [], access: [], id: [], requests: [], scim: [] };

/** The registry's own word for proofs. */
const registryNonce = 'only-a-test';
const realNow = Date.now;
Date.now = () => realNow() + state.skewSeconds * 1000;

let keys = 0;
/** @type {import('jose').JWK} */
let signingKey = {};
async function newKey() {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  signingKey = { ...(await exportJWK(privateKey)), kid: `key-${++keys}`, use: 'sig', alg: 'RS256' };
}

/** @param {string} issuer */
function newProvider(issuer) {
  const made = new Provider(issuer, {
    adapter: Storage,
    clients: [
      {
        client_id: 'tunniste',
        application_type: 'native',
        token_endpoint_auth_method: 'none',
        redirect_uris: ['http://127.0.0.1/callback'],
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
      },
    ],
    jwks: { keys: [signingKey] },
    cookies: { keys: ['only-a-test'] },
    claims: {
      openid: ['sub', 'groups'],
      profile: ['preferred_username', 'family_name'],
      email: ['email'],
    },
    conformIdTokenClaims: state.userInfoOnly,
    findAccount: (/** @type {unknown} */ _context, /** @type {string} */ sub) => ({
      accountId: sub,
      claims: () => Promise.resolve({ sub, ...state.accounts[sub] }),
    }),
    features: {
      devInteractions: { enabled: true },
      revocation: { enabled: true },
      dPoP: { enabled: true, nonceSecret: Buffer.alloc(32, 7), requireNonce: () => state.requireNonce },
      rpInitiatedLogout: { enabled: true },
    },
    ttl: { AccessToken: () => state.accessSeconds, Interaction: 600, Session: 3600, Grant: 3600 },
  });
  // RFC 8252 lets any port be; the desk's path is another each time as well.
  made.Client.prototype.redirectUriAllowed = (/** @type {string} */ uri) => new URL(uri).hostname === '127.0.0.1';
  made.on('grant.success', ({ body }) => {
    for (const [name, list] of /** @type {const} */ ([
      ['refresh_token', seen.refresh],
      ['access_token', seen.access],
      ['id_token', seen.id],
    ])) {
      const token = body[name];
      if (typeof token === 'string') list.push(token);
    }
  });
  made.on('server_error', (_context, error) => console.error(error));
  return made;
}

/**
 * Whether the registry would take that request's token: it is alive, and with a key its proof is of this request (RFC 9449 §7.1).
 * @param {import('node:http').IncomingMessage} request
 */
async function isAllowed({ headers, method, url }) {
  const [scheme, token = ''] = (headers.authorization ?? '').split(' ');
  const found = await provider.AccessToken.find(token);
  if (!found) return false;
  if (found.jkt === undefined) return scheme === 'Bearer';
  if (scheme !== 'DPoP') return false;
  try {
    const { payload, protectedHeader } = await jwtVerify(String(headers['dpop']), EmbeddedJWK, { typ: 'dpop+jwt' });
    return (
      payload['htm'] === method &&
      payload['htu'] === `${issuer}${url}` &&
      (!state.requireNonce || payload['nonce'] === registryNonce) &&
      payload['ath'] === createHash('sha256').update(token).digest('base64url') &&
      (await calculateJwkThumbprint(/** @type {import('jose').JWK} */ (protectedHeader.jwk))) === found.jkt
    );
  } catch {
    return false;
  }
}

/** @type {import('node:http').RequestListener} */
async function scim(request, response) {
  const allowed = await isAllowed(request);
  seen.scim.push(`${request.headers.authorization?.split(' ')[0]} ${allowed ? 200 : 401}`);
  const nonce = state.requireNonce ? { 'dpop-nonce': registryNonce } : {};
  if (!allowed) return void response.writeHead(401, { 'www-authenticate': 'Bearer', ...nonce }).end();
  const upstream = await fetch(new URL(request.url ?? '', options.registry), {
    method: request.method ?? 'GET',
    headers: { 'content-type': 'application/scim+json', authorization: `Bearer ${options.token}` },
    ...(request.method === 'POST' && { body: await text(request) }),
  }).catch(() => null);
  if (!upstream) return void response.writeHead(502).end();
  response.writeHead(upstream.status, { 'content-type': upstream.headers.get('content-type') ?? '' });
  response.end(Buffer.from(await upstream.arrayBuffer()));
}

/** @type {import('node:http').RequestListener} */
async function control(request, response) {
  const orders = /** @type {Orders} */ (JSON.parse(await text(request)));
  const isOther = orders.userInfoOnly !== undefined && orders.userInfoOnly !== state.userInfoOnly;
  Object.assign(state, orders);
  // A key takes longer to make than all the rest of a test.
  if (orders.rotateKeys) await newKey();
  if (orders.rotateKeys || isOther) provider = newProvider(issuer);
  if (orders.revokeRefresh) for (const id of seen.refresh) await (await provider.RefreshToken.find(id))?.destroy();
  if (orders.revokeAccess) for (const id of seen.access) await (await provider.AccessToken.find(id))?.destroy();
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(seen));
}

/** @type {import('node:http').RequestListener} */
const listener = (request, response) => {
  const url = request.url ?? '';
  if (url === '/control') return void control(request, response);
  if (url.startsWith('/scim/')) return void scim(request, response);
  seen.requests.push(`${request.method} ${url.split('?')[0]}`);
  const { fault } = state;
  if (fault && url.startsWith(state.faultAt)) {
    if (fault in faults) return void faults[/** @type {keyof typeof faults} */ (fault)](response, issuer);
    const alter = alterations[/** @type {keyof typeof alterations} */ (fault)];
    altering(response, (body) => alter(body, signingKey));
  }
  provider.callback()(request, response);
};

/** @type {Provider} */
let provider;
let issuer = '';
const server = createServer(listener).listen(0, '127.0.0.1', () => {
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  issuer = `http://127.0.0.1:${port}`;
  void newKey().then(() => {
    provider = newProvider(issuer);
    console.log(JSON.stringify({ issuer, scim: `${issuer}/scim/v2` }));
  });
});

const end = () => process.exit(0);
process.on('SIGTERM', end);
process.stdin.on('end', end).on('error', end).resume();
