import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch, IconX } from '@tabler/icons-react';
import { type ReactNode, type RefObject, useEffect, useState } from 'react';
import { useSession } from '../data/use-session.ts';
import { useWords } from '../words/use-words.ts';
import { type Age, isNarrowed, type ReplyFilters } from './filters.ts';

const phases = [
  ...(['trust', 'phrases', 'links', 'repeated', 'rate', 'form', 'outside'] as const),
  'challenge',
] as const;

/** What narrows the list: words, section, reason, age; one story or one reader stand as chips. */
export function QueueFilters(props: {
  filters: ReplyFilters;
  searchRef: RefObject<HTMLInputElement | null>;
  onChange: (next: ReplyFilters) => void;
  /** What can be done with all that is shown. */
  actions?: ReactNode;
}) {
  const { filters, searchRef, onChange, actions } = props;
  const words = useWords();
  const texts = words.replies;
  const { sections } = useSession();
  const [isOpen, setOpen] = useState(false);
  const put = (change: { [K in keyof ReplyFilters]?: ReplyFilters[K] | undefined }): void => {
    const next = Object.entries({ ...filters, ...change }).filter(
      ([, value]) => value !== undefined && value !== '',
    );
    onChange(Object.fromEntries(next) as ReplyFilters);
  };
  return (
    <search className="queue-filters" aria-label={texts.filter}>
      <div className="filters__row">
        <SearchField value={filters.q ?? ''} onChange={(q) => put({ q })} fieldRef={searchRef} />
        <Button className="filters__more" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {words.stories.filters}
        </Button>
        <div className="filters__fine" data-open={isOpen || undefined}>
          <NativeSelect
            aria-label={texts.section}
            value={String(filters.section ?? '')}
            onChange={(event) => put({ section: Number(event.currentTarget.value) || undefined })}
            data={[
              { value: '', label: texts.anySection },
              ...sections.map(({ id, name }) => ({ value: String(id), label: name })),
            ]}
          />
          <NativeSelect
            aria-label={texts.phase}
            value={filters.phase ?? ''}
            onChange={(event) => put({ phase: event.currentTarget.value || undefined })}
            data={[
              { value: '', label: texts.anyPhase },
              ...phases.map((value) => ({ value, label: texts.phases[value] })),
            ]}
          />
          <NativeSelect
            aria-label={texts.age}
            value={filters.age ?? ''}
            onChange={(event) => put({ age: (event.currentTarget.value || undefined) as Age })}
            data={[
              { value: '', label: texts.anyAge },
              ...Object.entries(texts.ages).map(([value, label]) => ({ value, label })),
            ]}
          />
          {actions}
        </div>
      </div>
      {isNarrowed(filters) && (
        <p className="queue-filters__chips">
          {filters.story !== undefined && (
            <Chip label={texts.oneStory} onDrop={() => put({ story: undefined })} />
          )}
          {filters.reader !== undefined && (
            <Chip label={texts.oneReader} onDrop={() => put({ reader: undefined })} />
          )}
          <button
            type="button"
            className="queue-filters__clear"
            onClick={() => onChange({ view: filters.view ?? 'held' })}
          >
            {words.stories.clear}
          </button>
        </p>
      )}
    </search>
  );
}

function Chip({ label, onDrop }: { label: string; onDrop: () => void }) {
  const words = useWords();
  return (
    <span className="queue-filters__chip">
      {label}
      <button type="button" aria-label={`${words.replies.dropFilter}: ${label}`} onClick={onDrop}>
        <IconX size={14} aria-hidden />
      </button>
    </span>
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
    setText((before) => (before.trim() === value ? before : value));
  }, [value]);
  return (
    <TextInput
      ref={fieldRef}
      type="search"
      className="filters__search"
      aria-label={words.replies.search}
      placeholder={words.replies.search}
      leftSection={<IconSearch size={18} stroke={1.6} aria-hidden />}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        send(event.currentTarget.value);
      }}
      onKeyDown={(event) => {
        // Back to the queue, whose keys are letters again.
        if (event.key === 'Escape' || event.key === 'Enter') event.currentTarget.blur();
      }}
    />
  );
}
