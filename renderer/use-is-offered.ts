import { useCallback } from 'react';
import type { CommandId } from './commands.js';
import { useDeskState } from './use-desk-state.js';

/** The screens that main answers to some roles alone. */
const offeredTo: Readonly<Partial<Record<CommandId, readonly string[]>>> = {
  watch: ['supervisor'],
  requests: ['agent', 'supervisor', 'privacy-officer'],
  drill: ['agent'],
};

/** Which commands are worth offering: a screen only to those whom main would answer, a drill only while there is no call. */
export const useIsOffered = (): ((id: CommandId) => boolean) => {
  const { session, call, drill } = useDeskState();
  const roles = session?.roles;
  const isCalling = call !== null;
  const isDrilling = drill !== null;
  return useCallback(
    (id) => {
      if (id === 'drill' && isCalling) return false;
      if (id === 'drill-end') return isDrilling;
      return offeredTo[id]?.some((role) => roles?.includes(role)) ?? true;
    },
    [roles, isCalling, isDrilling],
  );
};
