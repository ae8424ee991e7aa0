import { fail, type Result } from '../../../../shared/result.js';
import type { SecondAgentAnswer } from '../../call/colleague.js';
import type { Confirmed } from '../confirm.js';
import type { Role } from '../../policy/schema.js';
import { agentOf, rolesOf } from './identity.js';
import type { OidcParts } from './oidc-sign-in.js';
import type { Grant } from './provider.js';

type Parts = Pick<OidcParts, 'policy' | 'provider' | 'browse' | 'leaveBrowser'> & {
  /** Who is signed in at the desk. */
  readonly sub: () => string | null;
};

/** Sign-ins beside the session: for one answer, with tokens that are dropped at once. */
export const createOtherSignIns = ({ policy, provider, browse, leaveBrowser, sub }: Parts) => {
  const ask = async (signal: AbortSignal): Promise<Result<Grant>> => {
    const grant = await provider.authorize({ anew: true, lasting: false, spared: sub(), browse, signal });
    // A provider may end the whole grant with one token (RFC 7009 §2.1), and at the same person's it is the session's own.
    if (grant.ok && grant.value.claims.sub !== sub()) await provider.revoke(grant.value);
    return grant;
  };

  return {
    /** Another person signs in, who has one of these roles. */
    secondAgent: async (
      signal: AbortSignal,
      roles: readonly Role[] = ['agent', 'supervisor'],
    ): Promise<SecondAgentAnswer> => {
      const grant = await ask(signal);
      if (!grant.ok) return { ...grant, agent: null };
      const { claims } = grant.value;
      const agent = agentOf(claims, policy);
      if (claims.sub === sub()) return { ...fail('second-agent-same'), agent };
      await leaveBrowser();
      if (agent === null) return { ...fail('sign-in-no-name'), agent };
      const may = rolesOf(claims, policy).some((role) => roles.includes(role));
      return may ? { ok: true, agent } : { ...fail('second-agent-role'), agent };
    },
    /** The same person signs in anew. Fails with `another-person`, or as a sign-in does. */
    confirmSamePerson: async (signal: AbortSignal): Promise<Confirmed> => {
      const grant = await ask(signal);
      if (!grant.ok) return grant;
      if (grant.value.claims.sub === sub()) return { ok: true };
      await leaveBrowser();
      return { ...fail('another-person'), tried: agentOf(grant.value.claims, policy) };
    },
  };
};
