import type { CallView } from '../../../shared/call-view.js';
import { rolesOf } from '../../../shared/purpose.js';
import type { Policy, Role } from '../policy/schema.js';

/** Whether somebody with these roles may go on with the call that is open, or none is. */
export type MayKeepCall = (roles: readonly Role[]) => boolean;

/** A call is kept by who may start it: a role that opens no purpose of its own opens no call that another role left open. */
export const createKeepingCall =
  ({ purposes }: Pick<Policy, 'purposes'>, view: () => CallView | null): MayKeepCall =>
  (roles) => {
    const call = view();
    if (call === null) return true;
    const rules = Object.hasOwn(purposes, call.purpose) ? purposes[call.purpose] : undefined;
    return rules !== undefined && rolesOf(rules).some((role) => roles.includes(role));
  };
