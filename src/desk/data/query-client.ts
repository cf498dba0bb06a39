import { QueryClient } from '@tanstack/react-query';
import { ApiError } from './api.ts';

/** What the desk knows of the server; a lost connection is tried again, a refusal is not. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (failures, error) =>
        failures < 3 && (!(error instanceof ApiError) || error.status === 0 || error.status >= 500),
      retryDelay: (failures) => Math.min(8000, 500 * 2 ** failures),
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});
