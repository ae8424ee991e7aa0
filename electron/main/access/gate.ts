import { operationNames, type Handlers, type OperationName } from '../../../shared/contract.js';
import { fail, type ErrorCode, type Failure } from '../../../shared/result.js';
import { rolesFor, type RoleRule } from './operation-roles.js';
import type { Session } from './session.js';

type Some = Partial<Handlers>;
type AnyHandler = (...request: unknown[]) => unknown;

/** Why somebody may not do this now; null when they may. */
export const whyNot = (session: Session | null, isLocked: boolean, rule: RoleRule): Failure | null => {
  if (rule === 'anyone') return null;
  if (!session) return { code: 'not-signed-in' };
  if (isLocked) return { code: 'desk-locked' };
  return session.roles.some((role) => rule.includes(role)) ? null : { code: 'forbidden' };
};

/** Lets each operation run only for someone whom the table of roles allows it, and while the desk is not locked. */
export const createGate =
  (session: () => Session | null, isLocked: () => boolean) =>
  <Handled extends Some>(handlers: Handled): Handled => {
    const gated = Object.entries(handlers).map(([name, handler]) => {
      const refusal = () => {
        const error = whyNot(session(), isLocked(), rolesFor[name as OperationName]);
        return error && ({ ok: false, error } as const);
      };
      const guarded = async (...request: unknown[]): Promise<unknown> => {
        const answer = refusal() ?? (await (handler as AnyHandler)(...request));
        // SECURITY: an answer that was on its way when the desk was locked never reaches the window.
        return refusal() ?? answer;
      };
      return [name, guarded];
    });
    return Object.fromEntries(gated) as Handled;
  };

/** Lets operations run only after `ready`. */
export const after = <Handled extends Some>(ready: Promise<unknown>, handlers: Handled): Handled => {
  const late = Object.entries(handlers).map(([name, handler]) => [
    name,
    (...request: unknown[]) => ready.then(() => (handler as AnyHandler)(...request)),
  ]);
  return Object.fromEntries(late) as Handled;
};

/** Every operation, refused. */
export const refuseAll = (code: ErrorCode): Handlers =>
  Object.fromEntries(operationNames.map((name) => [name, () => Promise.resolve(fail(code))])) as unknown as Handlers;
