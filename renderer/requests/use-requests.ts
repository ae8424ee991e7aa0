import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { RequestsView } from '../../shared/request.js';
import { api } from '../desk-api.js';

const queryKey = ['requests'] as const;

/** The requests, read once each time the page is opened: every reading is on record. Main says when one of them has changed. */
export const useRequests = () => {
  const client = useQueryClient();
  const query = useQuery({ queryKey, queryFn: () => api.readRequests(), gcTime: 0, staleTime: Infinity });
  const show = (view: RequestsView) => client.setQueryData<RequestsView>(queryKey, view);
  const retry = useMutation({ mutationFn: (id: string) => api.retryRequest({ id }), onSuccess: show });
  const finish = useMutation({ mutationFn: (id: string) => api.finishRequest({ id }), onSuccess: show });
  useEffect(
    () =>
      api.onEvent((event) => {
        // What a button of this page has changed comes with its answer.
        if (event.kind === 'requests' && !client.isMutating()) void client.invalidateQueries({ queryKey });
      }),
    [client],
  );
  return { query, retry, finish };
};
