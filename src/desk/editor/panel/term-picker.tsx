import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useDeferredValue, useId, useState } from 'react';
import type { Term, TermKind } from '../../../api/shapes/taxonomy.ts';
import { request } from '../../data/api.ts';
import { queryClient } from '../../data/query-client.ts';
import { useMay } from '../../data/use-session.ts';
import { sayError } from '../../parts/toast.tsx';
import { useEditorWords } from '../use-editor-words.ts';
import './term-picker.css';

/** Topics or people of a story: suggested as their names are typed, made when there is none yet. */
export function TermPicker(props: {
  kind: Exclude<TermKind, 'sections'>;
  label: string;
  ids: readonly number[];
  onChange: (ids: number[]) => void;
  isReadOnly: boolean;
  isSingle?: boolean;
}) {
  const { kind, label, ids, onChange, isReadOnly, isSingle = false } = props;
  const words = useEditorWords();
  const may = useMay();
  const id = useId();
  const [text, setText] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState(0);
  const q = useDeferredValue(text.trim());
  const all = useQuery({
    queryKey: ['terms', kind, 'names'],
    queryFn: ({ signal }) =>
      request<{ rows: Term[] }>('GET', `/${kind}?limit=500`, undefined, { signal }),
    staleTime: 60_000,
  });
  const found = useQuery({
    queryKey: ['terms', kind, 'suggest', q],
    queryFn: ({ signal }) =>
      request<{ rows: Term[] }>(
        'GET',
        `/${kind}?${new URLSearchParams({ q, limit: '10' })}`,
        undefined,
        {
          signal,
        },
      ),
    enabled: isOpen && q !== '',
    placeholderData: (before) => before,
  });
  const known = new Map(
    [...(all.data?.rows ?? []), ...(found.data?.rows ?? [])].map((term) => [term.id, term]),
  );
  const rows = (q === '' ? (all.data?.rows ?? []).slice(0, 8) : (found.data?.rows ?? [])).filter(
    (term) => !ids.includes(term.id),
  );
  const mayCreate =
    q !== '' && may('taxonomy.edit') && !rows.some(({ name }) => name === q) && found.isFetched;
  const count = rows.length + (mayCreate ? 1 : 0);
  const add = (term: Term): void => {
    onChange(isSingle ? [term.id] : [...ids, term.id]);
    setText('');
    setChosen(0);
    setOpen(false);
  };
  const choose = (index: number): void => {
    const term = rows[index];
    if (term !== undefined) add(term);
    else if (mayCreate)
      request<Term>('POST', `/${kind}`, { name: q })
        .then(async (made) => {
          await queryClient.invalidateQueries({ queryKey: ['terms', kind] });
          add(made);
        })
        .catch(sayError);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      if (count > 0) setChosen((chosen + (event.key === 'ArrowDown' ? 1 : count - 1)) % count);
    } else if (event.key === 'Enter' && isOpen && count > 0) {
      event.preventDefault();
      choose(chosen);
    } else if (event.key === 'Escape') setOpen(false);
    else if (event.key === 'Backspace' && text === '' && ids.length > 0) onChange(ids.slice(0, -1));
  };
  const isShown = isOpen && count > 0;
  return (
    <div className="desk-field term-picker">
      <label htmlFor={id}>{label}</label>
      {ids.length > 0 && (
        <ul className="term-picker__chosen">
          {ids.map((one) => {
            const name = known.get(one)?.name ?? `#${one}`;
            return (
              <li key={one}>
                <bdi>{name}</bdi>
                {!isReadOnly && (
                  <button
                    type="button"
                    aria-label={words.details.remove(name)}
                    onClick={() => onChange(ids.filter((other) => other !== one))}
                  >
                    ×
                  </button>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {!isReadOnly && (
        <input
          id={id}
          role="combobox"
          aria-expanded={isShown}
          aria-controls={`${id}-list`}
          aria-activedescendant={isShown ? `${id}-${chosen}` : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          dir="auto"
          value={text}
          placeholder={words.details.suggest}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setChosen(0);
            setOpen(true);
          }}
          onFocus={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          onKeyDown={onKeyDown}
        />
      )}
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={label}
        className="term-picker__list"
        hidden={!isShown}
      >
        {rows.map((term, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field hears the keys.
          <div
            key={term.id}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === chosen}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(index)}
          >
            <bdi>{term.name}</bdi>
            {term.role !== null && <small>{term.role}</small>}
          </div>
        ))}
        {mayCreate && (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field hears the keys.
          <div
            id={`${id}-${rows.length}`}
            role="option"
            tabIndex={-1}
            aria-selected={chosen === rows.length}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(rows.length)}
          >
            {words.details.create(q)}
          </div>
        )}
      </div>
    </div>
  );
}
