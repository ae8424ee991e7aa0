import * as z from 'zod';

/** `bypass` is a right besides a role: to go past the proof, with a reason and a second agent. */
export const role = z.enum(['agent', 'supervisor', 'auditor', 'privacy-officer', 'billing', 'bypass']);

const name = z.string().min(1).max(200);
/** RFC 6749 §3.3. */
const scope = z.string().regex(/^[\x21\x23-\x5B\x5D-\x7E]{1,200}$/);

const token = z.strictObject({ kind: z.literal('token'), roles: z.array(role).min(1).default(['agent']) });

const oidc = z.strictObject({
  kind: z.literal('oidc'),
  issuer: z
    .url({ protocol: /^https?$/ })
    .refine((url) => !/[?#@]/.test(url), 'no user, password, query or fragment')
    .describe("Exactly as the provider's metadata names it, to the last slash."),
  clientId: name.describe('A public native client (RFC 8252); it has no secret.'),
  rolesClaim: name.default('groups').describe('The claim that carries groups or roles: a string or several.'),
  agentClaim: name.default('preferred_username').describe('The claim that names the agent in every entry.'),
  scopes: z
    .array(scope)
    .refine((scopes) => scopes.includes('openid'), 'openid is needed')
    .default(['openid', 'profile', 'email', 'offline_access']),
  consent: z
    .boolean()
    .default(false)
    .describe(
      'Asks with prompt=consent, for a provider that gives a refresh token only then (OpenID Connect Core §11).',
    ),
  resource: z.url().optional().describe('The registry as the provider knows it (RFC 8707).'),
  dpop: z
    .boolean()
    .default(false)
    .describe('Binds tokens to a key (RFC 9449); for a provider and a registry that both know it.'),
  redirectPath: z
    .string()
    .regex(/^\/(?:[\w-][\w./-]{0,98})?$/)
    .optional()
    .describe('Only for a provider that compares the path of a loopback redirect; else it is random each time.'),
  roles: z
    .record(name, z.array(role).min(1))
    .refine((all) => Object.keys(all).length > 0, 'at least one value of the claim')
    .describe('What each value of the claim allows; whoever has none of them is refused.'),
});

export const signIn = z.discriminatedUnion('kind', [token, oidc]);
