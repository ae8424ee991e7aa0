import { useCallback } from 'react';
import type { CommandId } from './commands.js';
import { useDeskState } from './use-desk-state.js';

/** Which commands are worth offering: the flags only to those whom main would answer. */
export const useIsOffered = (): ((id: CommandId) => boolean) => {
  const { session } = useDeskState();
  const supervises = session?.roles.includes('supervisor') ?? false;
  return useCallback((id) => id !== 'watch' || supervises, [supervises]);
};
