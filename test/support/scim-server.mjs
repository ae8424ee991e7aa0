// @ts-check
// The demo registry: a real SCIM 2.0 server (scimmy), on loopback if not told otherwise, in a process of its own.
// FILE of --tls is JSON with `key` and `cert`, PEM.
//   node test/support/scim-server.mjs [--host 127.0.0.1] [--port 0] [--tls FILE] [--token T] [--people FILE]
// Prints {"url","token"} in one line when ready. Ends on SIGTERM, or when its stdin closes: it cannot outlive its parent.
import { randomBytes, timingSafeEqual, createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { parseArgs } from 'node:util';
import express from 'express';
import SCIMMY from 'scimmy';
import { SCIMMYRouters } from 'scimmy-routers';
import { edges } from './scim-edges.mjs';
import { createLookup } from './scim-lookup.mjs';
import { readUsers, subjectExtension } from './scim-people.mjs';

const demoPeople = new URL('../../resources/demo-people.json', import.meta.url);
const { values: options } = parseArgs({
  options: {
    host: { type: 'string', default: '127.0.0.1' },
    port: { type: 'string', default: '0' },
    tls: { type: 'string' },
    token: { type: 'string' },
    people: { type: 'string' },
  },
});
const token = options.token ?? randomBytes(24).toString('base64url');
const lookup = createLookup(await readUsers(options.people ?? demoPeople));

const { Attribute, SchemaDefinition, Error: ScimError } = SCIMMY.Types;

/** The library insists on the IETF's own namespace; extensions of others have other names (RFC 7643 §10.3). */
function ownExtension() {
  const schema = new SchemaDefinition(
    'Subject',
    'urn:ietf:params:scim:schemas:extension:subject:1.0:User',
    'What a desk needs to know',
    [
      new Attribute('dateTime', 'endedAt'),
      new Attribute('boolean', 'restricted'),
      new Attribute('dateTime', 'phoneChangedAt'),
      new Attribute('dateTime', 'emailChangedAt'),
    ],
  );
  return Object.assign(schema, { id: subjectExtension });
}

SCIMMY.Resources.declare(SCIMMY.Resources.User);
SCIMMY.Resources.User.extend(SCIMMY.Schemas.EnterpriseUser, false);
SCIMMY.Schemas.User.definition.extend(ownExtension(), false);
const egress = (/** @type {SCIMMY.Resources.User} */ resource) => {
  if (resource.id === undefined) return lookup.match(resource.filter);
  const user = lookup.byId(resource.id);
  if (user === undefined) throw new ScimError(404, '', `Resource ${resource.id} not found`);
  return user;
};
// Typed for attributes nested in their extension; flat ones are read as well, and filters know those only.
SCIMMY.Resources.User.egress(/** @type {any} */ (egress));

const digest = (/** @type {string} */ text) => createHash('sha256').update(text).digest();
const expected = digest(`Bearer ${token}`);
const authenticate = (/** @type {import('express').Request} */ request) => {
  if (!timingSafeEqual(digest(request.headers.authorization ?? ''), expected))
    throw new Error('wrong or missing bearer token');
  return 'desk';
};

const app = express();
app.disable('x-powered-by');
app.disable('etag');
app.use(edges);
app.use('/scim/v2', /** @type {any} */ (new SCIMMYRouters({ type: 'bearer', handler: authenticate })));

const listener = /** @type {import('node:http').RequestListener} */ (app);
const server = options.tls
  ? createHttpsServer(JSON.parse(readFileSync(options.tls, 'utf8')), listener)
  : createHttpServer(listener);
server.on('error', (error) => {
  console.error(error.message);
  process.exit(1);
});
server.listen(Number(options.port), options.host);
await once(server, 'listening');
const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
console.log(JSON.stringify({ url: `${options.tls ? 'https' : 'http'}://${options.host}:${port}/scim/v2`, token }));

const end = () => process.exit(0);
process.on('SIGTERM', end);
process.stdin.on('end', end).on('error', end).resume();
