import { operationNames, type Handlers, type OperationName } from '../../../shared/contract.js';
import { fail, type ErrorCode, type Failure, type Result } from '../../../shared/result.js';
import { rolesFor, type RoleRule } from './operation-roles.js';
import type { Session } from './session.js';

type Some = Partial<Handlers>;
type AnyHandler = (...request: unknown[]) => Promise<Result<unknown>>;

/** Why somebody may not do this now; null when they may. */
export const whyNot = (session: Session | null, isLocked: boolean, rule: RoleRule): Failure | null => {
  if (rule === 'anyone') return null;
  if (!session) return { code: 'not-signed-in' };
  if (isLocked) return { code: 'desk-locked' };
  return session.roles.some((role) => rule.includes(role)) ? null : { code: 'forbidden' };
};

/**
 * Lets each operation run only for someone whom the table of roles allows it, and while the desk is not locked.
 * @param onAsked told of each that runs
 */
export const createGate =
  (session: () => Session | null, isLocked: () => boolean, onAsked: () => void = () => undefined) =>
  <Handled extends Some>(handlers: Handled): Handled => {
    const gated = (Object.entries(handlers) as [OperationName, AnyHandler][]).map(([name, handler]) => {
      const refusal = () => {
        const error = whyNot(session(), isLocked(), rolesFor[name]);
        return error && ({ ok: false, error } as const);
      };
      const guarded: AnyHandler = async (...request) => {
        const refused = refusal();
        if (refused) return refused;
        onAsked();
        const answer = await handler(...request);
        // SECURITY: what was on its way when the desk was locked never reaches the window. A failure has nothing to hide, and says why.
        return answer.ok ? (refusal() ?? answer) : answer;
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
