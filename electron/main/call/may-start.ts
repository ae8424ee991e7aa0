import { rolesOf } from '../../../shared/purpose.js';
import { fail, ok, type Result } from '../../../shared/result.js';
import type { PurposeRules } from '../policy/purpose-schema.js';
import type { CallRoom } from './call-room.js';

/** Whether one of the roles of who is signed in may start it. */
export const mayStart = ({ roles }: Pick<CallRoom, 'roles'>, rules: PurposeRules): boolean =>
  rolesOf(rules).some((role) => roles().includes(role));

/** The rules of a purpose, for who may go by them. Fails with `purpose-unknown` or `forbidden`. */
export const purposeFor = (room: Pick<CallRoom, 'policy' | 'roles'>, purpose: string): Result<PurposeRules> => {
  const rules = Object.hasOwn(room.policy.purposes, purpose) ? room.policy.purposes[purpose] : undefined;
  if (!rules) return fail('purpose-unknown');
  return mayStart(room, rules) ? ok(rules) : fail('forbidden');
};
