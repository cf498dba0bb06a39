import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReplyStats } from '../../api/shapes/comments.ts';
import { startOfDay } from '../../arabic/zoned.ts';
import { request } from '../data/api.ts';
import { useSession } from '../data/use-session.ts';
import { LoadFailed } from '../parts/problem.tsx';
import { EmptyState, Loading } from '../parts/screen.tsx';
import { nouns, useCount } from '../words/counts.ts';
import { useDates } from '../words/dates.ts';
import { useWords } from '../words/use-words.ts';
import './numbers.css';

const minute = 60_000;

/** How replies went in the last two weeks. */
export function Numbers() {
  const words = useWords();
  const count = useCount();
  const texts = words.numbers;
  const stats = useQuery({
    queryKey: ['comments', 'stats'],
    queryFn: ({ signal }) => request<ReplyStats>('GET', '/comments/stats', undefined, { signal }),
    staleTime: minute,
  });
  if (stats.isPending) return <Loading />;
  if (stats.data === undefined)
    return <LoadFailed error={stats.error} again={() => void stats.refetch()} />;
  const { days, medianWait, stories } = stats.data;
  if (days.every(({ received }) => received === 0) && medianWait === null)
    return <EmptyState text={texts.empty} />;
  return (
    <div className="numbers">
      <section className="part">
        <h2>{texts.days}</h2>
        <p>
          {medianWait === null
            ? texts.noWait
            : `${texts.wait}: ${count(Math.round(medianWait / minute), nouns.minutes)}.`}
        </p>
        <Days days={days} />
      </section>
      <div>
        <section className="part">
          <h2>{texts.stories}</h2>
          <ul className="rows">
            {stories.map(({ id, headline, replies }) => (
              <li key={id}>
                <Link
                  className="rows__main"
                  to="/replies"
                  search={{ view: 'approved', story: id }}
                  dir="auto"
                >
                  {headline}
                </Link>
                <span className="rows__facts">{count(replies, nouns.replies)}</span>
              </li>
            ))}
          </ul>
        </section>
        <Phases phases={stats.data.phases} />
      </div>
    </div>
  );
}

function Days({ days }: { days: ReplyStats['days'] }) {
  const words = useWords();
  const dates = useDates();
  const { settings } = useSession();
  const texts = words.numbers;
  const most = Math.max(1, ...days.map(({ received }) => received));
  const kinds = ['approved', 'held', 'rejected'] as const;
  return (
    <table className="numbers__days">
      <thead>
        <tr>
          <th scope="col">{texts.day}</th>
          <th scope="col">{texts.received}</th>
          {kinds.map((kind) => (
            <th key={kind} scope="col" data-kind={kind}>
              {texts[kind]}
            </th>
          ))}
          <td />
        </tr>
      </thead>
      <tbody>
        {days.toReversed().map((day) => (
          <tr key={day.day}>
            <th scope="row">{dates.date(startOfDay(day.day, settings.timeZone))}</th>
            <td>{dates.number(day.received)}</td>
            {kinds.map((kind) => (
              <td key={kind}>{dates.number(day[kind])}</td>
            ))}
            <td className="numbers__bar">
              <svg aria-hidden="true" viewBox="0 0 100 8" preserveAspectRatio="none">
                {bars(day, most).map(({ kind, from, length }) => (
                  <rect key={kind} data-kind={kind} x={from} width={length} height="8" />
                ))}
              </svg>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Parts of one bar, in hundredths of the longest. */
function bars(day: ReplyStats['days'][number], most: number) {
  let from = 0;
  return (['approved', 'held', 'rejected'] as const).map((kind) => {
    const length = (day[kind] / most) * 100;
    from += length;
    return { kind, from: from - length, length };
  });
}

function Phases({ phases }: { phases: ReplyStats['phases'] }) {
  const words = useWords();
  const dates = useDates();
  const names: Record<string, string> = words.replies.phases;
  const outcomes: Record<string, string> = words.numbers.outcomes;
  return (
    <section className="part">
      <h2>{words.numbers.phases}</h2>
      <ul className="rows">
        {phases.map(({ phase, outcome, count }) => (
          <li key={`${phase} ${outcome}`}>
            <span className="rows__main">
              {names[phase] ?? phase}: {outcomes[outcome] ?? outcome}
            </span>
            <span className="rows__facts">{dates.number(count)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
