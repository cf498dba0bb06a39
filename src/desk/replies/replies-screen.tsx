import { Link, Outlet, useRouterState, useSearch } from '@tanstack/react-router';
import { Screen } from '../parts/screen.tsx';
import { useDates } from '../words/dates.ts';
import { useWords } from '../words/use-words.ts';
import { AttackLine } from './attack-line.tsx';
import { type View, views } from './filters.ts';
import { useReplyCounts } from './use-counts.ts';
import '../parts/form.css';
import '../stories/stories-screen.css';
import './queue.css';

const parts = { words: '/replies/words', readers: '/replies/readers', numbers: '/replies/numbers' };
type Part = keyof typeof parts;

/** Everything about readers' replies: the queue, what was decided, words, readers, figures. */
export function RepliesScreen() {
  const words = useWords();
  const texts = words.replies;
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const part = (Object.keys(parts) as Part[]).find((one) => path.endsWith(parts[one]));
  const { counts } = useReplyCounts();
  const { view: shown } = useSearch({ strict: false });
  // Only a storm leaves such replies; most papers never see the tab.
  const isShown = (view: View): boolean =>
    view !== 'unproven' || shown === view || (counts?.unproven ?? 0) > 0;
  const help = { words: words.phrases, readers: words.readers, numbers: words.numbers };
  return (
    <Screen title={texts.title} help={part === undefined ? texts.help : help[part].help} isWide>
      <nav className="tabs-row" aria-label={texts.title}>
        {views.filter(isShown).map((view) => (
          <ViewTab key={view} view={view} />
        ))}
        {(Object.keys(parts) as Part[]).map((one) => (
          <Link key={one} to={parts[one]} activeProps={{ 'aria-current': 'page' }}>
            {texts.parts[one]}
          </Link>
        ))}
      </nav>
      {part === undefined && <AttackLine />}
      <Outlet />
    </Screen>
  );
}

function ViewTab({ view }: { view: (typeof views)[number] }) {
  const words = useWords();
  const dates = useDates();
  const { counts } = useReplyCounts();
  const waiting: Partial<Record<string, number | null>> = { ...counts };
  const count = waiting[view] ?? 0;
  return (
    <Link
      to="/replies"
      search={{ view }}
      activeOptions={{ exact: true }}
      activeProps={{ 'aria-current': 'page' }}
    >
      {words.replies.tabs[view]}
      {count > 0 && <span className="tabs-row__count">{dates.number(count)}</span>}
    </Link>
  );
}
