import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { useWords } from '../words/use-words.ts';
import { WithKeys } from './with-keys.tsx';
import './screen.css';

/** A screen: its name, one sentence of help, what can be done, and the rest. */
export function Screen(props: {
  title: string;
  help: string;
  actions?: ReactNode;
  /** Lists use all the room; forms keep to a readable measure. */
  isWide?: boolean;
  children: ReactNode;
}) {
  const { title, help, actions, isWide = false, children } = props;
  const words = useWords();
  useEffect(() => {
    document.title = `${title} · ${words.desk}`;
  }, [title, words.desk]);
  return (
    <div className="screen" data-wide={isWide || undefined}>
      <header className="screen__head">
        <div>
          <h1>{title}</h1>
          <p>
            <WithKeys text={help} />
          </p>
        </div>
        {actions !== undefined && <div className="screen__actions">{actions}</div>}
      </header>
      {children}
    </div>
  );
}

/** Nothing here yet: one sentence, one thing to do. */
export function EmptyState({ text, action }: { text: string; action?: ReactNode }) {
  return (
    <div className="empty-state">
      <p>{text}</p>
      {action}
    </div>
  );
}

/** Holds the place of what is on its way; said to screen readers too. */
export function Loading({ rows = 4 }: { rows?: number }) {
  const words = useWords();
  return (
    <div className="loading" role="status">
      <span className="visually-hidden">{words.common.loading}</span>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all the same.
        <div key={row} className="loading__row" />
      ))}
    </div>
  );
}
