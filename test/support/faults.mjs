// @ts-check
import { request as forward } from 'node:http';
import { listOf, soundUser } from './scim-answers.mjs';

/**
 * @typedef {object} Exchange
 * @property {import('node:http').IncomingMessage} request
 * @property {import('node:http').ServerResponse} response
 * @property {string} body of the request
 * @property {string | undefined} upstream base URL of the real server
 *
 * @typedef {(exchange: Exchange) => void} Fault
 */

const scim = { 'content-type': 'application/scim+json' };

/** @param {number} status @param {Record<string, string>} [headers] @returns {Fault} */
const status =
  (status, headers) =>
  ({ response }) =>
    response.writeHead(status, { ...scim, ...headers }).end('{}');

/** @param {() => string} text @param {string} [contentType] @returns {Fault} */
const text =
  (text, contentType = 'application/scim+json') =>
  ({ response }) =>
    response.writeHead(200, { 'content-type': contentType }).end(text());

/** @param {() => unknown} value @returns {Fault} */
const json = (value) => text(() => JSON.stringify(value()));

/** @type {Fault} */
const slow = ({ response }) => {
  response.writeHead(200, scim);
  const drip = setInterval(() => response.write(' '), 1000);
  response.on('close', () => clearInterval(drip));
  response.write(' ');
};

/** @type {Fault} */
const huge = ({ response }) => {
  const part = Buffer.alloc(2 ** 16, 0x20);
  let left = 100 * 2 ** 20;
  response.writeHead(200, scim);
  const fill = () => {
    while (left > 0 && !response.destroyed) {
      left -= part.length;
      if (!response.write(part)) return;
    }
    response.end();
  };
  response.on('drain', fill);
  fill();
};

/** @type {Fault} */
const pass = ({ request, response, body, upstream }) => {
  if (upstream === undefined) throw new Error('there is no server to pass to');
  const { method, url = '', headers } = request;
  const target = new URL(url, upstream);
  const onward = forward(target, { method, headers: { ...headers, host: target.host } }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  onward.on('error', () => response.destroy());
  onward.end(body);
};

const named = (/** @type {string} */ givenName) =>
  listOf([{ ...soundUser(), name: { ...soundUser().name, givenName } }]);
const later = () => new Date(Date.now() + 120_000).toUTCString();

/** What the server can do instead of its work. `refuse` is not here: then nobody listens. */
export const faults = {
  pass,
  reset: /** @type {Fault} */ (({ request }) => request.socket.resetAndDestroy()),
  silent: /** @type {Fault} */ (() => {}),
  slow,
  huge,
  unauthorised: status(401, { 'www-authenticate': 'Basic realm="registry"' }),
  negotiate: status(401, { 'www-authenticate': 'Negotiate' }),
  forbidden: status(403),
  missing: status(404),
  busySeconds: status(429, { 'retry-after': '120' }),
  busyDate: /** @type {Fault} */ (
    ({ response }) => response.writeHead(429, { ...scim, 'retry-after': later() }).end('{}')
  ),
  broken: status(500),
  redirect: status(302, { location: '/scim/v2/elsewhere' }),
  html: text(() => '<!doctype html><title>Sign in</title>', 'text/html; charset=utf-8'),
  notJson: text(() => '{"schemas": ['),
  wrongSchema: json(() => ({ ...listOf([soundUser()]), schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'] })),
  duplicateIds: json(() => listOf([soundUser(), { ...soundUser(), userName: 'mvirta2' }])),
  notStrings: json(() => listOf([{ ...soundUser(), name: { givenName: 7, familyName: ['Virtanen'] } }])),
  controlCharacters: json(() => named('Mai\u0007ja')),
  directionMarks: json(() => named('\u202eMaija\u2066\u200b')),
  someoneElse: json(() => listOf([{ ...soundUser(), userName: 'someone-else' }])),
};
