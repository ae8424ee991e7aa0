import { operationNames, type Handlers } from '../../../shared/contract.js';
import { fail, type ErrorCode, type Failure } from '../../../shared/result.js';
import type { Role } from '../policy/schema.js';
import type { Session } from './session.js';

type Some = Partial<Handlers>;
type AnyHandler = (...request: unknown[]) => unknown;

const whyNot = (session: Session | null, isLocked: boolean, roles: readonly Role[]): Failure | null => {
  if (!session) return { code: 'not-signed-in' };
  if (isLocked) return { code: 'desk-locked' };
  return session.roles.some((role) => roles.includes(role)) ? null : { code: 'forbidden' };
};

/** Lets operations run only for someone signed in who holds one of these roles, and while the desk is not locked. */
export const createGate =
  (session: () => Session | null, isLocked: () => boolean) =>
  <Handled extends Some>(roles: readonly Role[], handlers: Handled): Handled => {
    const refusal = () => {
      const error = whyNot(session(), isLocked(), roles);
      return error && ({ ok: false, error } as const);
    };
    const gated = Object.entries(handlers).map(([name, handler]) => [
      name,
      async (...request: unknown[]): Promise<unknown> => {
        const answer = refusal() ?? (await (handler as AnyHandler)(...request));
        // SECURITY: an answer that was on its way when the desk was locked never reaches the window.
        return refusal() ?? answer;
      },
    ]);
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
