import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { useWords } from '../words/use-words.ts';
import './entry-page.css';

/** The sheet that all ways in stand on. */
export function EntryPage(props: {
  title: string;
  help?: string | undefined;
  children: ReactNode;
}) {
  const { title, help, children } = props;
  const words = useWords();
  useEffect(() => {
    document.title = `${title} · ${words.desk}`;
  }, [title, words.desk]);
  return (
    <main className="entry">
      <div className="entry__sheet">
        <p className="entry__desk">{words.desk}</p>
        <h1>{title}</h1>
        {help !== undefined && <p className="entry__help">{help}</p>}
        {children}
      </div>
    </main>
  );
}
