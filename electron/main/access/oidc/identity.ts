import { fail, ok, type Result } from '../../../../shared/result.js';
import type { OidcPolicy, Role } from '../../policy/schema.js';
import type { Session } from '../session.js';
import type { Claims } from './provider.js';

/** What stands in every entry: one line that a screen can show. */
const nameOf = (value: unknown): string | null =>
  typeof value === 'string' && /^[^\p{C}\p{Zl}\p{Zp}]{1,200}$/u.test(value) && value.trim() === value ? value : null;

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

const valuesOf = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? (value as readonly unknown[]) : [value]).filter((each) => typeof each === 'string');

/** The policy's roles for the values of the claim, each once; what the policy does not list gives none. */
export const rolesOf = (claims: Claims, { rolesClaim, roles }: Pick<OidcPolicy, 'rolesClaim' | 'roles'>): Role[] => [
  ...new Set(
    valuesOf(claims[rolesClaim]).flatMap((value) => (Object.hasOwn(roles, value) ? (roles[value] ?? []) : [])),
  ),
];

/** The name by which the claims know the agent; null when they name nobody. */
export const agentOf = (claims: Claims, { agentClaim }: Pick<OidcPolicy, 'agentClaim'>): string | null =>
  nameOf(Object.hasOwn(claims, agentClaim) ? claims[agentClaim] : undefined);

/** Who that is at the desk. Fails with `sign-in-no-name` or `sign-in-no-role`. */
export const identityOf = (claims: Claims, policy: OidcPolicy): Result<Session> => {
  const agent = agentOf(claims, policy);
  if (agent === null) return fail('sign-in-no-name');
  const roles = rolesOf(claims, policy);
  if (roles.length === 0) return fail('sign-in-no-role');
  const { preferred_username: userName, email, family_name: familyName } = claims;
  return ok({ agent, roles, person: { userName: text(userName), email: text(email), familyName: text(familyName) } });
};
