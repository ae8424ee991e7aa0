import * as z from 'zod/mini';
import { policyRules } from '../../../shared/policy-problem.js';
import { bareUrl, said, text, usually } from './terms.js';

/** `bypass` is a right besides a role: to go past the proof, with a reason and a second agent. */
export const role = z.enum(['agent', 'supervisor', 'auditor', 'privacy-officer', 'billing', 'bypass']);

const roles = () => z.array(role).check(z.minLength(1));
/** RFC 6749 §3.3. */
const scopes = z
  .array(z.string().check(z.regex(/^[\x21\x23-\x5B\x5D-\x7E]{1,200}$/)))
  .check(z.refine((all) => all.includes('openid'), policyRules['openid-scope']));
const byClaim = z
  .record(text(), roles())
  .check(z.refine((all) => Object.keys(all).length > 0, policyRules['one-claim']));

const token = z.strictObject({ kind: z.literal('token'), roles: usually(roles(), ['agent']) });

const oidc = z.strictObject({
  kind: z.literal('oidc'),
  issuer: said(bareUrl(), "Exactly as the provider's metadata names it, to the last slash."),
  clientId: said(text(), 'A public native client (RFC 8252); it has no secret.'),
  rolesClaim: said(usually(text(), 'groups'), 'The claim that carries groups or roles: a string or several.'),
  agentClaim: said(usually(text(), 'preferred_username'), 'The claim that names the agent in every entry.'),
  scopes: usually(scopes, ['openid', 'profile', 'email', 'offline_access']),
  consent: said(
    usually(z.boolean(), false),
    'Asks with prompt=consent, for a provider that gives a refresh token only then (OpenID Connect Core §11).',
  ),
  resource: said(z.optional(z.url()), 'The registry as the provider knows it (RFC 8707).'),
  dpop: said(
    usually(z.boolean(), false),
    'Binds tokens to a key (RFC 9449); for a provider and a registry that both know it.',
  ),
  redirectPath: said(
    z.optional(z.string().check(z.regex(/^\/(?:[\w-][\w./-]{0,98})?$/))),
    'Only for a provider that compares the path of a loopback redirect; else it is random each time.',
  ),
  roles: said(byClaim, 'What each value of the claim allows; whoever has none of them is refused.'),
});

/** How agents sign in. */
export const signInSchema = z.discriminatedUnion('kind', [token, oidc]);
