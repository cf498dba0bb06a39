import { Drawer } from '@mantine/core';
import { IconDots, IconExternalLink, IconPencilPlus, IconSearch } from '@tabler/icons-react';
import { Link, Outlet, useMatchRoute, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useLiveDesk } from '../data/live.ts';
import { useMay, useSession } from '../data/use-session.ts';
import { useReplyCounts } from '../replies/use-counts.ts';
import { useDates } from '../words/dates.ts';
import { useWords } from '../words/use-words.ts';
import { screens } from './screens.ts';
import { signOut } from './sign-out.ts';
import { useNewStory } from './use-new-story.ts';
import './frame.css';

const Palette = lazy(() =>
  import('../palette/palette.tsx').then(({ Palette }) => ({ default: Palette })),
);

/** The rail beside every screen; on a phone a bar below it. */
export function Frame() {
  const words = useWords();
  const [isFinding, setFinding] = useState(false);
  const [isMoreOpen, setMoreOpen] = useState(false);
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const isEditor = Boolean(useMatchRoute()({ to: '/stories/$id' }));
  useLiveDesk();
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.code !== 'KeyK') return;
      event.preventDefault();
      setFinding(true);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another screen closes the sheet.
  useEffect(() => setMoreOpen(false), [path]);
  return (
    <div className="frame" data-editor={isEditor || undefined}>
      <a className="skip-link" href="#screen">
        {words.nav.skip}
      </a>
      <Rail onFind={() => setFinding(true)} />
      <main id="screen" className="frame__screen" tabIndex={-1}>
        <Outlet />
      </main>
      <PhoneBar onMore={() => setMoreOpen(true)} />
      <Drawer
        opened={isMoreOpen}
        onClose={() => setMoreOpen(false)}
        position="bottom"
        size="auto"
        title={words.nav.more}
        closeButtonProps={{ 'aria-label': words.common.close }}
      >
        <nav className="frame__more" aria-label={words.nav.more}>
          <Entries of="more" />
          <Foot onFind={() => setFinding(true)} />
        </nav>
      </Drawer>
      <Suspense>{isFinding && <Palette onClose={() => setFinding(false)} />}</Suspense>
    </div>
  );
}

function Rail({ onFind }: { onFind: () => void }) {
  const words = useWords();
  const { settings } = useSession();
  return (
    <nav className="rail" aria-label={words.nav.label}>
      <p className="rail__paper" dir="auto">
        {settings.name}
      </p>
      <NewStory className="rail__new" />
      <Entries of="all" />
      <span className="rail__space" />
      <Foot onFind={onFind} />
    </nav>
  );
}

function Entries({ of }: { of: 'all' | 'main' | 'more' }) {
  const words = useWords();
  const may = useMay();
  return screens
    .filter(({ needs }) => needs === undefined || may(needs))
    .filter(({ isMain = false }) => of === 'all' || isMain === (of === 'main'))
    .map(({ to, name, icon: Icon }) => (
      <Link
        key={to}
        to={to}
        className="rail__entry"
        activeOptions={{ exact: to === '/', includeSearch: false }}
        activeProps={{ 'aria-current': 'page' }}
      >
        <Icon size={19} stroke={1.6} aria-hidden />
        <span>{words.nav[name]}</span>
        {to === '/replies' && <Waiting />}
      </Link>
    ));
}

/** How many replies wait for a moderator. */
function Waiting() {
  const dates = useDates();
  const { counts } = useReplyCounts();
  const n = counts === undefined ? 0 : counts.held + counts.reported;
  return n === 0 ? null : <span className="rail__count">{dates.number(n)}</span>;
}

function Foot({ onFind }: { onFind: () => void }) {
  const words = useWords();
  const { user } = useSession();
  return (
    <>
      <button type="button" className="rail__entry" onClick={onFind}>
        <IconSearch size={19} stroke={1.6} aria-hidden />
        <span>{words.nav.find}</span>
        <kbd dir="ltr">⌃K</kbd>
      </button>
      <a className="rail__entry" href="/" target="_blank" rel="noopener">
        <IconExternalLink size={19} stroke={1.6} aria-hidden />
        <span>{words.nav.visit}</span>
      </a>
      <div className="rail__me">
        <bdi>{user.name}</bdi>
        <span>{words.roles[user.role]}</span>
        <button type="button" onClick={signOut}>
          {words.entry.signOut}
        </button>
      </div>
    </>
  );
}

function NewStory({ className }: { className: string }) {
  const words = useWords();
  const may = useMay();
  const { begin, isBeginning } = useNewStory();
  if (!may('story.create')) return null;
  return (
    <button type="button" className={className} onClick={begin} disabled={isBeginning}>
      <IconPencilPlus size={19} stroke={1.6} aria-hidden />
      <span>{words.nav.newStory}</span>
    </button>
  );
}

function PhoneBar({ onMore }: { onMore: () => void }) {
  const words = useWords();
  return (
    <nav className="phone-bar" aria-label={words.nav.label}>
      <Entries of="main" />
      <NewStory className="rail__entry phone-bar__new" />
      <button type="button" className="rail__entry" onClick={onMore}>
        <IconDots size={19} stroke={1.6} aria-hidden />
        <span>{words.nav.more}</span>
      </button>
    </nav>
  );
}
