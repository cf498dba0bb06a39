import { ActionIcon, Button, Popover, TextInput } from '@mantine/core';
import { IconBookmarkPlus, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SavedView } from '../../api/shapes/settings.ts';
import { request } from '../data/api.ts';
import { queryClient } from '../data/query-client.ts';
import { Problem } from '../parts/problem.tsx';
import { say, sayError } from '../parts/toast.tsx';
import { useForm } from '../parts/use-form.ts';
import { useWords } from '../words/use-words.ts';
import { parseFilters, type StoryFilters } from './filters.ts';

const reload = () => queryClient.invalidateQueries({ queryKey: ['views'] });
const queryOf = (filters: StoryFilters): string =>
  new URLSearchParams(
    Object.entries(filters).map(([name, value]) => [name, String(value)]),
  ).toString();

/** Filters kept under a name. */
export function SavedViews(props: {
  filters: StoryFilters;
  onChoose: (filters: StoryFilters) => void;
}) {
  const { filters, onChoose } = props;
  const words = useWords();
  const views = useQuery({
    queryKey: ['views'],
    queryFn: ({ signal }) => request<{ rows: SavedView[] }>('GET', '/views', undefined, { signal }),
    staleTime: 60_000,
  });
  const here = queryOf(filters);
  const rows = views.data?.rows ?? [];
  const remove = async (view: SavedView): Promise<void> => {
    try {
      await request('DELETE', `/views/${view.id}`);
      say(words.terms.removed(view.name), { undo: () => void keep(view.name, view.query) });
      await reload();
    } catch (error) {
      sayError(error);
    }
  };
  if (rows.length === 0 && here === '') return null;
  return (
    <fieldset className="views" aria-label={words.stories.views}>
      {rows.map((view) => (
        <span key={view.id} className="views__one">
          <button
            type="button"
            aria-pressed={view.query === here}
            onClick={() =>
              onChoose(parseFilters(Object.fromEntries(new URLSearchParams(view.query))))
            }
          >
            {view.name}
          </button>
          <ActionIcon
            variant="subtle"
            size="sm"
            aria-label={words.stories.removeView(view.name)}
            onClick={() => void remove(view)}
          >
            <IconX size={14} aria-hidden />
          </ActionIcon>
        </span>
      ))}
      {here !== '' && !rows.some(({ query }) => query === here) && <SaveView query={here} />}
    </fieldset>
  );
}

async function keep(name: string, query: string): Promise<void> {
  await request('POST', '/views', { name, query });
  await reload();
}

function SaveView({ query }: { query: string }) {
  const words = useWords();
  const [isOpen, setOpen] = useState(false);
  const form = useForm(async ({ name = '' }) => {
    await keep(name, query);
    setOpen(false);
  });
  return (
    <Popover opened={isOpen} onChange={setOpen} trapFocus withinPortal>
      <Popover.Target>
        <Button
          size="xs"
          variant="subtle"
          leftSection={<IconBookmarkPlus size={16} aria-hidden />}
          onClick={() => setOpen(!isOpen)}
        >
          {words.stories.saveView}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form className="views__form" onSubmit={form.onSubmit}>
          <TextInput
            name="name"
            label={words.stories.viewName}
            maxLength={80}
            required
            withAsterisk={false}
            error={form.fieldProblem('name')}
          />
          <Problem text={form.problem} />
          <Button type="submit" size="xs" variant="filled" loading={form.isSending}>
            {words.common.save}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
