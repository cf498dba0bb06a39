import { queryOptions, useQuery } from '@tanstack/react-query';
import type { Capability, Session } from '../../api/shapes/session.ts';
import { setLanguage } from '../words/language.ts';
import { request } from './api.ts';
import { queryClient } from './query-client.ts';

/** Who is signed in. Refused with 401 instead of opening the sign-in over nothing. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }) => {
    const session = await request<Session>('GET', '/session', undefined, {
      signal,
      askSignIn: false,
    });
    setLanguage(session.user.language);
    return session;
  },
  staleTime: 60_000,
});

/**
 * Who is signed in, with the newspaper's settings and sections.
 * @throws Error outside the frame, which renders nothing before the session is known.
 */
export function useSession(): Session {
  const session = useQuery(sessionQuery).data ?? queryClient.getQueryData(sessionQuery.queryKey);
  if (session === undefined) throw new Error('No session is known yet');
  return session;
}

/** Whether the signed-in person's role allows it; the server has the last word. */
export const useMay = (): ((capability: Capability) => boolean) => {
  const { may } = useSession();
  return (capability) => may.includes(capability);
};
