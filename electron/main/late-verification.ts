import type { VerificationCompositionParts } from './compose-verification.js';
import type { Verification } from './audit/verification/verification.js';

/** The verification on demand, loaded when the first is asked for. */
export const lateVerification = (parts: VerificationCompositionParts): Verification => {
  let opened: Verification | null = null;
  const load = async (): Promise<Verification> => {
    const { composeVerification } = await import('./compose-verification.js');
    return (opened ??= composeVerification(parts));
  };
  return {
    handlers: {
      startVerification: async () => (await load()).handlers.startVerification(),
      cancelVerification: async () => (await load()).handlers.cancelVerification(),
    },
    view: () => opened?.view() ?? null,
    stop: async () => opened?.stop(),
  };
};
