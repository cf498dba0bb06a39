import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Role } from '../../api/shapes/session.ts';
import type { UserRow } from '../../api/shapes/users.ts';
import { request } from '../data/api.ts';
import { queryClient } from '../data/query-client.ts';
import { useSession } from '../data/use-session.ts';
import { CopyLink } from '../parts/copy-link.tsx';
import { LoadFailed } from '../parts/problem.tsx';
import { Loading, Screen } from '../parts/screen.tsx';
import { say, sayError } from '../parts/toast.tsx';
import { useDates } from '../words/dates.ts';
import { useWords } from '../words/use-words.ts';
import { Invitations } from './invitations.tsx';
import { InviteForm } from './invite-form.tsx';
import '../parts/form.css';

/** Who works here, and what each may do. */
export function UsersScreen() {
  const words = useWords();
  const [isInviting, setInviting] = useState(false);
  const users = useQuery({
    queryKey: ['users'],
    queryFn: ({ signal }) => request<{ rows: UserRow[] }>('GET', '/users', undefined, { signal }),
  });
  return (
    <Screen
      title={words.users.title}
      help={words.users.help}
      actions={
        <Button variant="filled" onClick={() => setInviting(true)}>
          {words.users.invite}
        </Button>
      }
    >
      {users.isPending ? (
        <Loading />
      ) : users.data === undefined ? (
        <LoadFailed error={users.error} again={() => void users.refetch()} />
      ) : (
        <ul className="rows part" aria-label={words.users.title}>
          {users.data.rows.map((user) => (
            <User key={user.id} user={user} />
          ))}
        </ul>
      )}
      <Invitations />
      {isInviting && <InviteForm onClose={() => setInviting(false)} />}
    </Screen>
  );
}

function User({ user }: { user: UserRow }) {
  const words = useWords();
  const dates = useDates();
  const me = useSession().user;
  const [link, setLink] = useState<string | null>(null);
  const isMe = user.id === me.id;
  const change = async (to: { role?: Role; disabled?: boolean }): Promise<void> => {
    try {
      await request('PATCH', `/users/${user.id}`, to);
      const back = to.role === undefined ? { disabled: user.disabled } : { role: user.role };
      say(words.users.changed(user.name), {
        undo: () => void request('PATCH', `/users/${user.id}`, back).then(reload).catch(sayError),
      });
    } catch (error) {
      sayError(error);
    }
    await reload();
  };
  const makeLink = async (): Promise<void> => {
    try {
      const answer = await request<{ link: string }>('POST', '/reset/link', { userId: user.id });
      setLink(answer.link);
    } catch (error) {
      sayError(error);
    }
  };
  return (
    <li>
      <div className="rows__main">
        <strong>
          <bdi>{user.name}</bdi> {isMe && `(${words.users.you})`}
          {user.disabled && ` · ${words.users.isShutOut}`}
        </strong>
        <p>
          <bdi dir="ltr">{user.email}</bdi>
        </p>
        <p className="rows__facts">
          <span>
            {user.seenAt === null
              ? words.users.neverSeen
              : words.users.seen(dates.near(user.seenAt))}
          </span>
          <span>
            {words.users.twoFactor}: {user.twoFactor ? words.users.on : words.users.off}
          </span>
        </p>
      </div>
      <NativeSelect
        aria-label={`${words.users.role}: ${user.name}`}
        value={user.role}
        disabled={isMe || user.disabled}
        onChange={(event) => void change({ role: event.currentTarget.value as Role })}
        data={Object.entries(words.roles).map(([value, label]) => ({ value, label }))}
      />
      {!isMe && (
        <div className="rows__actions">
          {!user.disabled && (
            <Button size="xs" onClick={() => void makeLink()}>
              {words.users.resetLink}
            </Button>
          )}
          <Button
            size="xs"
            variant="subtle"
            onClick={() => void change({ disabled: !user.disabled })}
          >
            {user.disabled ? words.users.letIn : words.users.shutOut}
          </Button>
        </div>
      )}
      {link !== null && (
        <div className="rows__main">
          <CopyLink label={words.users.resetLinkHelp(user.name)} value={link} />
        </div>
      )}
    </li>
  );
}

const reload = () => queryClient.invalidateQueries({ queryKey: ['users'] });
