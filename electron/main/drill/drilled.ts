import type { Policy } from '../policy/schema.js';
import { inventedContacts } from './people.js';

const hasContacts = ({ factors }: Policy): boolean => Object.keys(factors.approval.contacts).length > 0;

/**
 * The desk's policy as a drill goes by it. The number on file is nobody's: it is not shown to be dialled by hand. Where real organisations
 * have contact persons, so have the invented ones.
 */
export const drilled = (policy: Policy): Policy => {
  const { callBack, approval } = policy.factors;
  const contacts = hasContacts(policy) ? inventedContacts : {};
  return {
    ...policy,
    factors: { ...policy.factors, callBack: { ...callBack, dial: 'softphone' }, approval: { ...approval, contacts } },
  };
};
