import { QueryClient } from '@tanstack/react-query';

/** Nothing is asked twice by itself: every question to main may be on record. */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        retry: false,
        networkMode: 'always',
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        refetchOnMount: false,
      },
      mutations: { retry: false, networkMode: 'always', gcTime: 0 },
    },
  });
