// @ts-check

/** @typedef {import('node:http').ServerResponse} ServerResponse */

const megabyte = Buffer.alloc(2 ** 20, ' ');

/** How a provider may misbehave. */
export const faults = {
  /** @param {ServerResponse} response */
  html: (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Maintenance</h1>'),
  /** @param {ServerResponse} response */
  broken: (response) => response.writeHead(500, { 'content-type': 'text/plain' }).end('sorry'),
  /** @param {ServerResponse} response */
  redirect: (response) => response.writeHead(302, { location: 'https://elsewhere.example/' }).end(),
  /** A hundred megabytes. @param {ServerResponse} response */
  huge: (response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    let sent = 0;
    const more = () => {
      while (sent < 100 && !response.destroyed) {
        sent += 1;
        if (!response.write(megabyte)) return void response.once('drain', more);
      }
      response.end();
    };
    more();
  },
  /** Says that it is somebody else. @param {ServerResponse} response */
  otherIssuer: (response) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end(
      JSON.stringify({
        issuer: 'https://login.elsewhere.example',
        authorization_endpoint: 'https://login.elsewhere.example/auth',
        token_endpoint: 'https://login.elsewhere.example/token',
        jwks_uri: 'https://login.elsewhere.example/jwks',
        response_types_supported: ['code'],
      }),
    ),
  /** Is itself, but would have the desk send the code to somebody else. @param {ServerResponse} response @param {string} issuer */
  otherHost: (response, issuer) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end(
      JSON.stringify({
        issuer,
        authorization_endpoint: 'https://login.elsewhere.example/auth',
        token_endpoint: 'https://login.elsewhere.example/token',
        jwks_uri: 'https://login.elsewhere.example/jwks',
        response_types_supported: ['code'],
      }),
    ),
  /** Takes the connection and says nothing. */
  silent: () => undefined,
};
