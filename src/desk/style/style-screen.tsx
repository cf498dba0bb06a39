import { useQuery } from '@tanstack/react-query';
import { Link, Outlet } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Style } from '../../api/shapes/style.ts';
import { LoadFailed } from '../parts/problem.tsx';
import { Loading, Screen } from '../parts/screen.tsx';
import { useWords } from '../words/use-words.ts';
import { styleQuery } from './use-style.ts';
import '../parts/form.css';
import './style-screen.css';

/** How the house writes, in parts. */
export function StyleScreen() {
  const words = useWords();
  const { parts } = words.style;
  return (
    <Screen title={words.style.title} help={words.style.help}>
      <nav className="tabs-row" aria-label={words.style.title}>
        <Link to="/style" activeOptions={{ exact: true }} activeProps={{ 'aria-current': 'page' }}>
          {parts.forms}
        </Link>
        <Link to="/style/rules" activeProps={{ 'aria-current': 'page' }}>
          {parts.rules}
        </Link>
        <Link to="/style/lexicon" activeProps={{ 'aria-current': 'page' }}>
          {parts.lexicon}
        </Link>
        <Link to="/style/report" activeProps={{ 'aria-current': 'page' }}>
          {parts.report}
        </Link>
      </nav>
      <Outlet />
    </Screen>
  );
}

/** The style once it is known. */
export function WithStyle({ children }: { children: (style: Style) => ReactNode }) {
  const { data, error, refetch } = useQuery(styleQuery);
  if (data !== undefined) return children(data.style);
  return error === null ? <Loading /> : <LoadFailed error={error} again={() => void refetch()} />;
}
