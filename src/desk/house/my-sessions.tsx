import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { MySession } from '../../api/shapes/session.ts';
import { request } from '../data/api.ts';
import { queryClient } from '../data/query-client.ts';
import { sayError } from '../parts/toast.tsx';
import { useDates } from '../words/dates.ts';
import { useWords } from '../words/use-words.ts';

/** Where one is signed in, and the way to end it there. */
export function MySessions() {
  const words = useWords();
  const dates = useDates();
  const list = useQuery({
    queryKey: ['my-sessions'],
    queryFn: ({ signal }) =>
      request<{ rows: MySession[] }>('GET', '/me/sessions', undefined, { signal }),
  });
  const rows = list.data?.rows ?? [];
  const end = async (path: string): Promise<void> => {
    try {
      await request('DELETE', path);
      await queryClient.invalidateQueries({ queryKey: ['my-sessions'] });
    } catch (error) {
      sayError(error);
    }
  };
  return (
    <>
      <ul className="rows">
        {rows.map((one) => (
          <li key={one.id}>
            <div className="rows__main">
              <strong>
                <bdi>{deviceOf(one.userAgent) ?? words.me.unknownDevice}</bdi>
              </strong>
              <p className="rows__facts">
                <span>
                  {one.current ? words.me.thisOne : words.users.seen(dates.near(one.seenAt))}
                </span>
                {one.address !== null && <bdi dir="ltr">{one.address}</bdi>}
              </p>
            </div>
            {!one.current && (
              <Button size="xs" onClick={() => void end(`/me/sessions/${one.id}`)}>
                {words.me.signOutThere}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {rows.length > 1 && (
        <Button mt="md" onClick={() => void end('/me/sessions')}>
          {words.me.signOutOthers}
        </Button>
      )}
    </>
  );
}

/** Browser and system in two words, as far as they say so. */
function deviceOf(userAgent: string | null): string | null {
  if (userAgent === null) return null;
  const browser = /(Edg|OPR|Firefox|Chrome|Safari)\//.exec(userAgent)?.[1];
  const system = /(Android|iPhone|iPad|Windows|Mac OS|Linux)/.exec(userAgent)?.[1];
  const names: Record<string, string> = { Edg: 'Edge', OPR: 'Opera', 'Mac OS': 'macOS' };
  const parts = [browser, system].flatMap((part) =>
    part === undefined ? [] : [names[part] ?? part],
  );
  return parts.length === 0 ? null : parts.join(' · ');
}
