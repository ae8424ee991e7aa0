import { useCallback } from 'react';
import type { CommandId } from './commands.js';
import { useDeskState } from './use-desk-state.js';

/** The screens that main answers to some roles alone. */
const offeredTo: Readonly<Partial<Record<CommandId, readonly string[]>>> = {
  watch: ['supervisor'],
  requests: ['agent', 'supervisor', 'privacy-officer'],
};

/** Which commands are worth offering: a screen only to those whom main would answer. */
export const useIsOffered = (): ((id: CommandId) => boolean) => {
  const { session } = useDeskState();
  const roles = session?.roles;
  return useCallback((id) => offeredTo[id]?.some((role) => roles?.includes(role)) ?? true, [roles]);
};
