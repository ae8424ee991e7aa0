// @ts-check
import { at, serve, stop } from './run.mjs';

/**
 * @typedef {object} Account
 * @property {string} [preferred_username]
 * @property {string} [family_name]
 * @property {string} [email]
 * @property {string | readonly string[]} [groups]
 *
 * @typedef {object} Orders
 * @property {Readonly<Record<string, Account>>} [accounts] by what they type as their login, which is also the `sub`
 * @property {number} [accessSeconds] how long an access token lives
 * @property {number} [skewSeconds] how far its clock is ahead
 * @property {keyof typeof import('./oidc-faults.mjs').faults | keyof typeof import('./oidc-alterations.mjs').alterations | null} [fault]
 * @property {string} [faultAt] where; everywhere if empty
 * @property {boolean} [rotateKeys] signs with another key from now on, and publishes that alone
 * @property {boolean} [revokeRefresh] as an administrator ends every session
 * @property {boolean} [revokeAccess] the registry knows no token any more
 * @property {boolean} [requireNonce] a proof of a key has to name what the provider said last
 * @property {boolean} [userInfoOnly] the ID token tells the `sub` and nothing more
 *
 * @typedef {{ refresh: string[], access: string[], id: string[], requests: string[], scim: string[] }} Seen what it issued and was asked
 */

/** Two agents, a supervisor, an auditor, and somebody without any place at the desk. */
export const accounts = {
  aino: {
    preferred_username: 'aino.agentti',
    family_name: 'Agentti',
    email: 'aino@esimerkki.example',
    groups: ['support'],
  },
  bertil: {
    preferred_username: 'bertil.berg',
    family_name: 'Berg',
    email: 'bertil@esimerkki.example',
    groups: ['support'],
  },
  cilla: { preferred_username: 'cilla.chef', groups: ['support-leads'] },
  daavid: { preferred_username: 'daavid.dokumentti', groups: 'audit' },
  eeva: { preferred_username: 'eeva.eiroolia', groups: ['canteen'] },
  nimeton: { groups: ['support'] },
};

/** What the policy makes of their groups. */
export const roles = /** @type {Extract<import('./policy.mjs').Policy['signIn'], { kind: 'oidc' }>['roles']} */ ({
  support: ['agent'],
  'support-leads': ['agent', 'supervisor'],
  audit: ['auditor'],
});

/**
 * The provider in a process of its own, before a registry.
 * @param {{ url: string, token: string }} registry
 */
export async function startOidc(registry) {
  const argv = [process.execPath, at('test/support/oidc-server.mjs')];
  const { origin } = new URL(registry.url);
  const options = ['--registry', origin, '--token', registry.token];
  const { child, line } = await serve([...argv, ...options], { env: process.env });
  /** @type {{ issuer: string, scim: string }} */
  const { issuer, scim } = JSON.parse(line);
  /** @param {Orders} orders @returns {Promise<Seen>} */
  const order = async (orders = {}) => {
    const answer = await fetch(`${issuer}/control`, { method: 'POST', body: JSON.stringify(orders) });
    return /** @type {Promise<Seen>} */ (answer.json());
  };
  const reset = () =>
    order({
      accounts,
      accessSeconds: 600,
      skewSeconds: 0,
      fault: null,
      faultAt: '',
      userInfoOnly: false,
      requireNonce: false,
    });
  await reset();
  return { issuer, scim, order, reset, stop: () => stop(child) };
}
