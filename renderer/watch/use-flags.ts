import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { RequestOf } from '../../shared/contract.js';
import type { FlagsView } from '../../shared/watch.js';
import { api } from '../desk-api.js';

const queryKey = ['flags'] as const;

/** Opens a locked subject; the list follows what main answers. */
export const useUnlock = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (request: RequestOf<'unlockSubject'>) => api.unlockSubject(request),
    onSuccess: ({ locks }) => client.setQueryData<FlagsView>(queryKey, (view) => view && { ...view, locks }),
  });
};

/** The flags, read once each time the page is opened: every reading is on record, and nothing of it stays behind. */
export const useFlags = () => {
  const client = useQueryClient();
  const query = useQuery({ queryKey, queryFn: () => api.readFlags(), gcTime: 0, staleTime: Infinity });
  const review = useMutation({
    mutationFn: (request: RequestOf<'reviewFlag'>) => api.reviewFlag(request),
    onSuccess: (reviewed) =>
      client.setQueryData<FlagsView>(
        queryKey,
        (view) => view && { ...view, flags: view.flags.map((flag) => (flag.id === reviewed.id ? reviewed : flag)) },
      ),
  });
  return { query, review };
};
