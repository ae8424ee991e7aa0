import type { Relay } from '../mail/relay.js';
import type { Policy } from '../policy/schema.js';
import { caseless, organisationKey } from '../registry/folding.js';
import type { Factor } from './factor.js';

/**
 * A code to the contact person of the subject's organisation. The contacts are the policy's: whoever can change a record in the registry
 * must not be able to choose who approves of it.
 */
export const createApproval = (policy: Policy, relay: Relay | null): Factor => {
  const { points, contacts } = policy.factors.approval;
  const byOrganisation = new Map(Object.entries(contacts).map(([name, to]) => [organisationKey(name), to]));
  const contactOf = (organisation: string): string | undefined => byOrganisation.get(organisationKey(organisation));
  return {
    id: 'approval',
    strength: 'medium',
    points,
    whyNot: (subject) => {
      if (!relay || byOrganisation.size === 0) return 'not-set-up';
      if (!subject.test(({ organisation }) => contactOf(organisation) !== undefined)) return 'no-contact';
      // Nobody approves of themselves.
      const isOwn = subject.test(
        ({ organisation, workEmail }) =>
          workEmail !== null && caseless(contactOf(organisation) ?? '') === caseless(workEmail),
      );
      return isOwn ? 'own-contact' : null;
    },
    post: {
      fields: ['name', 'organisation'],
      addressee: ({ organisation, givenName, familyName }) => ({
        to: contactOf(organisation) ?? '',
        about: `${givenName} ${familyName}`,
      }),
      deliver: async ({ to, about }, letter) => {
        if (!relay) throw new Error('no relay to mail by');
        const { approvalLetter } = await import('./letter/approval.js');
        return relay.send({ to, language: letter.language, ...approvalLetter(letter, about ?? '') });
      },
    },
  };
};
