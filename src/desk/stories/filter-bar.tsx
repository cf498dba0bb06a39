import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { type RefObject, useEffect, useState } from 'react';
import type { StoryRow } from '../../api/shapes/stories.ts';
import { useSession } from '../data/use-session.ts';
import { useDates } from '../words/dates.ts';
import { useWords } from '../words/use-words.ts';
import type { StoryFilters } from './filters.ts';

type Props = { filters: StoryFilters; onChange: (next: StoryFilters) => void };

/** States as tabs with their counts, then search and the finer filters. */
export function FilterBar(
  props: Props & {
    counts: Readonly<Record<string, number>>;
    searchRef: RefObject<HTMLInputElement | null>;
  },
) {
  const { filters, counts, onChange, searchRef } = props;
  const words = useWords();
  const { sections, user } = useSession();
  const [isOpen, setOpen] = useState(false);
  const put = (change: Partial<Record<keyof StoryFilters, string | number | undefined>>): void => {
    const next = Object.entries({ ...filters, ...change }).filter(
      ([, value]) => value !== undefined && value !== '',
    );
    onChange(Object.fromEntries(next) as StoryFilters);
  };
  return (
    <search className="filters">
      <StateTabs filters={filters} counts={counts} onState={(state) => put({ state })} />
      <div className="filters__row">
        <SearchField value={filters.q ?? ''} onChange={(q) => put({ q })} fieldRef={searchRef} />
        <Button className="filters__more" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {words.stories.filters}
        </Button>
        <div className="filters__fine" data-open={isOpen || undefined}>
          <NativeSelect
            aria-label={words.stories.section}
            value={String(filters.section ?? '')}
            onChange={(event) => put({ section: Number(event.currentTarget.value) || undefined })}
            data={[
              { value: '', label: words.stories.anySection },
              ...sections.map(({ id, name }) => ({ value: String(id), label: name })),
            ]}
          />
          <NativeSelect
            aria-label={words.stories.author}
            value={filters.author === undefined ? '' : 'me'}
            onChange={(event) => put({ author: event.currentTarget.value || undefined })}
            data={[
              { value: '', label: words.stories.anyAuthor },
              { value: 'me', label: `${words.stories.onlyMine} (${user.name})` },
            ]}
          />
          <TextInput
            type="date"
            leftSection={<small>{words.stories.from}</small>}
            leftSectionWidth="4rem"
            aria-label={words.stories.from}
            value={filters.from ?? ''}
            onChange={(event) => put({ from: event.currentTarget.value || undefined })}
          />
          <TextInput
            type="date"
            leftSection={<small>{words.stories.to}</small>}
            leftSectionWidth="4rem"
            aria-label={words.stories.to}
            value={filters.to ?? ''}
            onChange={(event) => put({ to: event.currentTarget.value || undefined })}
          />
          <NativeSelect
            aria-label={words.stories.sort}
            value={filters.sort ?? 'updated'}
            onChange={({ currentTarget: { value } }) =>
              put({ sort: value === 'updated' ? undefined : value })
            }
            data={Object.entries(words.stories.sorts).map(([value, label]) => ({ value, label }))}
          />
        </div>
      </div>
    </search>
  );
}

const tabs: readonly StoryRow['state'][] = [
  'draft',
  'review',
  'returned',
  'ready',
  'scheduled',
  'published',
  'withdrawn',
  'spiked',
];

function StateTabs(props: {
  filters: StoryFilters;
  counts: Readonly<Record<string, number>>;
  onState: (state: string | undefined) => void;
}) {
  const { filters, counts, onState } = props;
  const words = useWords();
  const dates = useDates();
  const tab = (state: StoryRow['state'] | undefined) => {
    const count = state === undefined ? undefined : (counts[state] ?? 0);
    return (
      <button
        key={state ?? 'all'}
        type="button"
        aria-pressed={filters.state === state}
        onClick={() => onState(state)}
      >
        {state === undefined ? words.stories.allStates : words.states[state]}
        {count !== undefined && count > 0 && <span>{dates.number(count)}</span>}
      </button>
    );
  };
  return (
    <fieldset className="filters__states" aria-label={words.stories.state}>
      {tab(undefined)}
      {tabs.map(tab)}
    </fieldset>
  );
}

/** Searches a moment after the last key; the field keeps the focus all the while. */
function SearchField(props: {
  value: string;
  onChange: (value: string | undefined) => void;
  fieldRef: RefObject<HTMLInputElement | null>;
}) {
  const { value, onChange, fieldRef } = props;
  const words = useWords();
  const [text, setText] = useState(value);
  const send = useDebouncedCallback((next: string) => onChange(next.trim() || undefined), 250);
  useEffect(() => {
    // A saved view or «back» changed it from outside.
    setText((before) => (before.trim() === value ? before : value));
  }, [value]);
  return (
    <TextInput
      ref={fieldRef}
      type="search"
      className="filters__search"
      aria-label={words.stories.search}
      placeholder={words.stories.search}
      leftSection={<IconSearch size={18} stroke={1.6} aria-hidden />}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        send(event.currentTarget.value);
      }}
    />
  );
}
