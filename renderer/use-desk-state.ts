import { queryOptions, useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import type { CallView } from '../shared/call-view.js';
import type { DeskState } from '../shared/desk-state.js';
import { api } from './desk-api.js';

/** Main's picture of itself. Reading it looks nobody up; it is read anew only when main says so. */
const deskStateQuery = queryOptions({
  queryKey: ['desk'],
  queryFn: () => api.deskState(),
  staleTime: Infinity,
});

const change = (client: QueryClient, next: (state: DeskState) => DeskState) =>
  client.setQueryData(deskStateQuery.queryKey, (state) => state && next(state));

/** Asked for before anything is drawn, so that the first picture is the right one. */
export const fetchDeskState = (client: QueryClient): Promise<void> => client.prefetchQuery(deskStateQuery);

export const useDeskQuery = () => useQuery(deskStateQuery);

export const useDeskState = (): DeskState => {
  const { data } = useDeskQuery();
  if (!data) throw new Error('a screen was drawn before the desk was open');
  return data;
};

/** Keeps the picture true while the window is open. */
export const useDeskEvents = (): void => {
  const client = useQueryClient();
  useEffect(() => {
    const stop = api.onEvent((event) => {
      if (event.kind === 'state') void client.invalidateQueries({ queryKey: deskStateQuery.queryKey });
      if (event.kind === 'call') change(client, (state) => ({ ...state, call: event.call }));
      if (event.kind === 'requests') change(client, (state) => ({ ...state, unsent: event.unsent }));
      if (event.kind === 'delivery') change(client, (state) => ({ ...state, delivery: event.delivery }));
      if (event.kind === 'audit') {
        change(client, (state) => ({ ...state, audit: { ...state.audit, head: event.head } }));
      }
    });
    // What main said before anybody listened is in its state by now.
    void client.invalidateQueries({ queryKey: deskStateQuery.queryKey });
    return stop;
  }, [client]);
};

export const useShowCall = (): ((call: CallView | null) => void) => {
  const client = useQueryClient();
  return useCallback((call) => change(client, (state) => ({ ...state, call })), [client]);
};

export const useShowDrill = (): ((drill: DeskState['drill']) => void) => {
  const client = useQueryClient();
  return useCallback((drill) => change(client, (state) => ({ ...state, drill })), [client]);
};

/** An operation that answers a whole new picture. */
export const useDeskOperation = <Request>(operation: (request: Request) => Promise<DeskState>) => {
  const client = useQueryClient();
  return useMutation<DeskState, Error, Request>({
    mutationFn: (request) => operation(request),
    onSuccess: (state) => change(client, () => state),
  });
};
