import { ActionIcon, Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { Term, TermKind } from '../../api/shapes/taxonomy.ts';
import { request } from '../data/api.ts';
import { queryClient } from '../data/query-client.ts';
import { useMay } from '../data/use-session.ts';
import { LoadFailed } from '../parts/problem.tsx';
import { EmptyState, Loading, Screen } from '../parts/screen.tsx';
import { say, sayError } from '../parts/toast.tsx';
import { nouns, useCount } from '../words/counts.ts';
import { useWords } from '../words/use-words.ts';
import { TermForm } from './term-form.tsx';
import '../parts/form.css';

export const termKinds = ['sections', 'topics', 'people', 'series'] as const;
const reload = () => queryClient.invalidateQueries({ queryKey: ['terms'] });

/** Sections, topics, people and series: one screen for all, since they are kept alike. */
export function TermsScreen() {
  const words = useWords();
  const { kind: said } = useParams({ from: '/frame/terms/$kind' });
  const kind = termKinds.find((one) => one === said) ?? 'sections';
  const [open, setOpen] = useState<Term | 'new' | null>(null);
  const mayEdit = useMay()('taxonomy.edit');
  return (
    <Screen
      title={words.terms.title}
      help={words.terms.help}
      actions={
        mayEdit && (
          <Button variant="filled" onClick={() => setOpen('new')}>
            {words.terms.addNew[kind]}
          </Button>
        )
      }
    >
      <nav className="tabs-row" aria-label={words.terms.title}>
        {termKinds.map((one) => (
          <Link
            key={one}
            to="/terms/$kind"
            params={{ kind: one }}
            activeProps={{ 'aria-current': 'page' }}
          >
            {words.terms.kinds[one]}
          </Link>
        ))}
      </nav>
      <TermList key={kind} kind={kind} onOpen={mayEdit ? setOpen : undefined} />
      {open !== null && (
        <TermForm kind={kind} term={open === 'new' ? null : open} onClose={() => setOpen(null)} />
      )}
    </Screen>
  );
}

function TermList(props: { kind: TermKind; onOpen: ((term: Term) => void) | undefined }) {
  const { kind, onOpen } = props;
  const words = useWords();
  const [text, setText] = useState('');
  const [q] = useDebouncedValue(text.trim(), 200);
  const list = useQuery({
    queryKey: ['terms', kind, q],
    queryFn: ({ signal }) =>
      request<{ rows: Term[] }>(
        'GET',
        `/${kind}?limit=500${q === '' ? '' : `&q=${encodeURIComponent(q)}`}`,
        undefined,
        { signal },
      ),
    placeholderData: (before) => before,
  });
  if (list.isPending) return <Loading />;
  if (list.data === undefined)
    return <LoadFailed error={list.error} again={() => void list.refetch()} />;
  const { rows } = list.data;
  if (rows.length === 0 && q === '') return <EmptyState text={words.terms.empty[kind]} />;
  const isOrdered = kind === 'sections' && q === '' && onOpen !== undefined;
  return (
    <>
      {(rows.length > 8 || q !== '') && (
        <TextInput
          type="search"
          aria-label={words.terms.find}
          placeholder={words.terms.find}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      )}
      {rows.length === 0 && <EmptyState text={words.terms.noneFound} />}
      <ul className="rows" aria-label={words.terms.kinds[kind]}>
        {rows.map((term, index) => (
          <li key={term.id}>
            <TermFacts term={term} />
            {onOpen !== undefined && (
              <div className="rows__actions">
                {isOrdered && (
                  <>
                    <ActionIcon
                      variant="subtle"
                      aria-label={`${words.common.up}: ${term.name}`}
                      disabled={index === 0}
                      onClick={() => void putInOrder(rows, index, index - 1)}
                    >
                      <IconArrowUp size={18} aria-hidden />
                    </ActionIcon>
                    <ActionIcon
                      variant="subtle"
                      aria-label={`${words.common.down}: ${term.name}`}
                      disabled={index === rows.length - 1}
                      onClick={() => void putInOrder(rows, index, index + 1)}
                    >
                      <IconArrowDown size={18} aria-hidden />
                    </ActionIcon>
                  </>
                )}
                <Button
                  size="xs"
                  aria-label={`${words.common.edit}: ${term.name}`}
                  onClick={() => onOpen(term)}
                >
                  {words.common.edit}
                </Button>
                {term.stories === 0 && (
                  <Button
                    size="xs"
                    variant="subtle"
                    aria-label={`${words.common.remove}: ${term.name}`}
                    onClick={() => void remove(kind, term, words.terms.removed(term.name))}
                  >
                    {words.common.remove}
                  </Button>
                )}
              </div>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function TermFacts({ term }: { term: Term }) {
  const count = useCount();
  return (
    <div className="rows__main">
      <strong dir="auto">{term.name}</strong>
      {term.role !== null && <p dir="auto">{term.role}</p>}
      {term.description !== null && <p dir="auto">{term.description}</p>}
      <p>{count(term.stories, nouns.stories)}</p>
    </div>
  );
}

async function putInOrder(rows: readonly Term[], from: number, to: number): Promise<void> {
  const ids = rows.map(({ id }) => id);
  const [moving] = ids.splice(from, 1);
  if (moving === undefined) return;
  ids.splice(to, 0, moving);
  try {
    await request('PUT', '/sections/order', { ids });
    await reload();
    await queryClient.invalidateQueries({ queryKey: ['session'] });
  } catch (error) {
    sayError(error);
  }
}

async function remove(kind: TermKind, term: Term, said: string): Promise<void> {
  try {
    await request('DELETE', `/${kind}/${term.id}`);
    const { name, slug, description, role } = term;
    say(said, {
      undo: () => {
        request('POST', `/${kind}`, { name, slug, description, role }).then(reload).catch(sayError);
      },
    });
    await reload();
  } catch (error) {
    sayError(error);
  }
}
