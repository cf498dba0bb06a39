import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { StoryRow, Today } from '../../api/shapes/stories.ts';
import { request } from '../data/api.ts';
import { queryClient } from '../data/query-client.ts';
import { useMay, useSession } from '../data/use-session.ts';
import { useNewStory } from '../frame/use-new-story.ts';
import { LoadFailed } from '../parts/problem.tsx';
import { EmptyState, Loading, Screen } from '../parts/screen.tsx';
import { StoryLine } from '../parts/story-line.tsx';
import { sayError } from '../parts/toast.tsx';
import { nouns, useCount } from '../words/counts.ts';
import { useDates } from '../words/dates.ts';
import { useWords } from '../words/use-words.ts';
import './today-screen.css';

/** The first screen: what waits for this person, what goes out soon, who is at work. */
export function TodayScreen() {
  const words = useWords();
  const dates = useDates();
  const may = useMay();
  const { user } = useSession();
  const today = useQuery({
    queryKey: ['today'],
    queryFn: ({ signal }) => request<Today>('GET', '/today', undefined, { signal }),
    refetchInterval: 60_000,
  });
  return (
    <Screen
      title={`${words.today.title}، ${dates.date(Date.now())}`}
      help={words.today.help}
      isWide
      actions={
        <Button component={Link} to="/stories">
          {words.today.all}
        </Button>
      }
    >
      {today.isPending ? (
        <Loading />
      ) : today.data === undefined ? (
        <LoadFailed error={today.error} again={() => void today.refetch()} />
      ) : isFirstDay(today.data) && may('story.create') ? (
        <FirstStory />
      ) : (
        <Columns today={today.data} mayWrite={may('story.create')} role={user.role} />
      )}
    </Screen>
  );
}

const isFirstDay = ({ counts }: Today): boolean =>
  Object.values(counts).every((count) => count === 0);

function FirstStory() {
  const words = useWords();
  const { begin, isBeginning } = useNewStory();
  return (
    <EmptyState
      text={words.today.firstHelp}
      action={
        <Button variant="filled" onClick={begin} loading={isBeginning}>
          {words.today.first}
        </Button>
      }
    />
  );
}

const rolesThatWait = ['copyeditor', 'editor', 'chief'];

function Columns({ today, mayWrite, role }: { today: Today; mayWrite: boolean; role: string }) {
  const words = useWords();
  return (
    <div className="today">
      <div>
        {today.hot.length > 0 && <HotThreads rows={today.hot} />}
        {rolesThatWait.includes(role) && (
          <Part title={words.today.waiting} empty={words.today.waitingEmpty} rows={today.waiting} />
        )}
        {mayWrite && (
          <Part title={words.today.mine} empty={words.today.mineEmpty} rows={today.mine} />
        )}
        <Part
          title={words.today.published}
          empty={words.today.publishedEmpty}
          rows={today.published}
          moment="published"
          withState={false}
        />
      </div>
      <div>
        <Part
          title={words.today.scheduled}
          empty={words.today.scheduledEmpty}
          rows={today.scheduled}
          moment="scheduled"
          withState={false}
        />
        <section className="today__part">
          <h2>{words.today.editing}</h2>
          {today.editing.length === 0 ? (
            <p className="today__empty">{words.today.editingEmpty}</p>
          ) : (
            <ul>
              {today.editing.map(({ story, people }) => (
                <li key={story.id}>
                  <p className="today__people">
                    {words.today.isIn(people.map(({ name }) => name).join('، '))}
                  </p>
                  <StoryLine story={story} />
                </li>
              ))}
            </ul>
          )}
        </section>
      </div>
    </div>
  );
}

/** Stories whose replies grow quickly, until somebody has looked. */
function HotThreads({ rows }: { rows: Today['hot'] }) {
  const words = useWords();
  const count = useCount();
  const may = useMay();
  const see = (id: number): void => {
    request('POST', `/comments/hot/${id}/seen`)
      .then(() => queryClient.invalidateQueries({ queryKey: ['today'] }))
      .catch(sayError);
  };
  return (
    <section className="today__part">
      <h2>{words.hot.title}</h2>
      <ul>
        {rows.map(({ story, replies }) => (
          <li key={story.id}>
            <StoryLine story={story} moment="published" withState={false} />
            <p className="today__hot">
              {words.hot.grew(count(replies, nouns.replies))}
              {may('comment.moderate') && (
                <Link to="/replies" search={{ story: story.id }}>
                  {words.hot.look}
                </Link>
              )}
              <button type="button" onClick={() => see(story.id)}>
                {words.hot.seen}
              </button>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Part(props: {
  title: string;
  empty: string;
  rows: readonly StoryRow[];
  moment?: 'changed' | 'published' | 'scheduled';
  withState?: boolean;
}): ReactNode {
  const { title, empty, rows, moment = 'changed', withState = true } = props;
  return (
    <section className="today__part">
      <h2>{title}</h2>
      {rows.length === 0 ? (
        <p className="today__empty">{empty}</p>
      ) : (
        <ul>
          {rows.map((story) => (
            <li key={story.id}>
              <StoryLine story={story} moment={moment} withState={withState} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
