import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Invitation } from '../../api/shapes/users.ts';
import { request } from '../data/api.ts';
import { queryClient } from '../data/query-client.ts';
import { say, sayError } from '../parts/toast.tsx';
import { useDates } from '../words/dates.ts';
import { useWords } from '../words/use-words.ts';

/** Invitations that nobody took up yet. */
export function Invitations() {
  const words = useWords();
  const dates = useDates();
  const list = useQuery({
    queryKey: ['invitations'],
    queryFn: ({ signal }) =>
      request<{ rows: Invitation[] }>('GET', '/invitations', undefined, { signal }),
  });
  const rows = list.data?.rows ?? [];
  if (rows.length === 0) return null;
  const takeBack = async (id: string): Promise<void> => {
    try {
      await request('DELETE', `/invitations/${id}`);
      say(words.users.takenBack);
      await queryClient.invalidateQueries({ queryKey: ['invitations'] });
    } catch (error) {
      sayError(error);
    }
  };
  return (
    <section className="part">
      <h2>{words.users.waiting}</h2>
      <ul className="rows">
        {rows.map((one) => (
          <li key={one.id}>
            <div className="rows__main">
              <strong>
                <bdi>{one.name}</bdi>
              </strong>
              <p className="rows__facts">
                <bdi dir="ltr">{one.email}</bdi>
                <span>{words.roles[one.role]}</span>
                <span>{words.users.expires(dates.near(one.expiresAt))}</span>
              </p>
            </div>
            <Button size="xs" variant="subtle" onClick={() => void takeBack(one.id)}>
              {words.users.takeBack}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
