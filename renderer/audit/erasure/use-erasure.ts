import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { RequestOf } from '../../../shared/contract.js';
import type { HoldsView } from '../../../shared/erasure.js';
import { api } from '../../desk-api.js';

const queryKey = ['holds'] as const;

export const useErase = () =>
  useMutation({ mutationFn: (asked: RequestOf<'eraseSubject'>) => api.eraseSubject(asked) });

/** The holds, read once each time they are looked at: every reading is on record. */
export const useHolds = () => useQuery({ queryKey, queryFn: () => api.readHolds(), gcTime: 0, staleTime: Infinity });

/** Sets or lifts a hold; the list follows what main answers. */
export const useHolding = () => {
  const client = useQueryClient();
  const onSuccess = (view: HoldsView) => client.setQueryData<HoldsView>(queryKey, view);
  const set = useMutation({ mutationFn: (asked: RequestOf<'setHold'>) => api.setHold(asked), onSuccess });
  const lift = useMutation({ mutationFn: (id: string) => api.liftHold({ id }), onSuccess });
  return { set, lift };
};
