import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Entry, LexiconFile } from '../../api/shapes/style.ts';
import { normalise } from '../../arabic/normalise.ts';
import { request } from '../data/api.ts';
import { queryClient } from '../data/query-client.ts';
import { LoadFailed } from '../parts/problem.tsx';
import { EmptyState, Loading } from '../parts/screen.tsx';
import { SheetForm } from '../parts/sheet-form.tsx';
import { say, sayError } from '../parts/toast.tsx';
import { useForm } from '../parts/use-form.ts';
import { useDates } from '../words/dates.ts';
import { useWords } from '../words/use-words.ts';

const reload = async (): Promise<void> => {
  await queryClient.invalidateQueries({ queryKey: ['lexicon'] });
  await queryClient.invalidateQueries({ queryKey: ['style'] });
};
/** More rows than a person reads; the search finds the rest. */
const mostShown = 200;

/** The newsroom's own words. */
export function Lexicon() {
  const words = useWords();
  const dates = useDates();
  const texts = words.style;
  const [query, setQuery] = useState('');
  const [edited, setEdited] = useState<Entry | 'new' | null>(null);
  const list = useQuery({
    queryKey: ['lexicon'],
    queryFn: ({ signal }) =>
      request<{ rows: Entry[] }>('GET', '/style/lexicon', undefined, { signal }),
  });
  const wanted = normalise(query.trim());
  const rows = (list.data?.rows ?? []).filter(({ right, variants, note }) =>
    [right, note ?? '', ...variants].some((text) => normalise(text).includes(wanted)),
  );
  const remove = async ({ id, ...entry }: Entry): Promise<void> => {
    try {
      await request('DELETE', `/style/lexicon/${id}`);
      const { right, variants, kind, note } = entry;
      say(texts.removed(right), {
        undo: () =>
          void request('POST', '/style/lexicon', { right, variants, kind, note })
            .then(reload)
            .catch(sayError),
      });
      await reload();
    } catch (error) {
      sayError(error);
    }
  };
  return (
    <>
      <p className="form__help">{texts.lexiconHelp}</p>
      <div className="style-tools">
        <TextInput
          type="search"
          aria-label={texts.lexiconSearch}
          placeholder={texts.lexiconSearch}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
        <Button variant="filled" onClick={() => setEdited('new')}>
          {texts.addEntry}
        </Button>
        <LexiconFiles />
      </div>
      {list.isPending ? (
        <Loading />
      ) : list.data === undefined ? (
        <LoadFailed error={list.error} again={() => void list.refetch()} />
      ) : list.data.rows.length === 0 ? (
        <EmptyState text={texts.lexiconEmpty} />
      ) : (
        <ul className="rows" aria-label={texts.parts.lexicon}>
          {rows.slice(0, mostShown).map((entry) => (
            <li key={entry.id}>
              <div className="rows__main">
                <strong>
                  <bdi>{entry.right}</bdi>
                </strong>
                {entry.variants.length > 0 && (
                  <p dir="auto">
                    <s>{entry.variants.join('، ')}</s>
                  </p>
                )}
                <p className="rows__facts">
                  <span>{texts.kinds[entry.kind]}</span>
                  {entry.note !== null && <span dir="auto">{entry.note}</span>}
                  <span>
                    <bdi>{entry.changedBy}</bdi> · {dates.near(entry.changedAt)}
                  </span>
                </p>
              </div>
              <div className="rows__actions">
                <Button size="xs" variant="subtle" onClick={() => setEdited(entry)}>
                  {words.common.edit}
                </Button>
                <Button size="xs" variant="subtle" onClick={() => void remove(entry)}>
                  {words.common.remove}
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
      {edited !== null && (
        <EntryForm entry={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      )}
    </>
  );
}

function EntryForm({ entry, onClose }: { entry: Entry | null; onClose: () => void }) {
  const words = useWords();
  const texts = words.style;
  const form = useForm(async ({ right, variants, kind, note }) => {
    const input = {
      right,
      variants: (variants ?? '')
        .split(/[،,|\n]/)
        .map((one) => one.trim())
        .filter(Boolean),
      kind,
      note: note === '' ? null : note,
    };
    if (entry === null) await request('POST', '/style/lexicon', input);
    else await request('PATCH', `/style/lexicon/${entry.id}`, input);
    await reload();
    onClose();
  });
  return (
    <SheetForm
      title={entry === null ? texts.addEntry : texts.editEntry}
      form={form}
      submit={words.common.save}
      onClose={onClose}
    >
      <TextInput
        name="right"
        dir="auto"
        label={texts.right}
        defaultValue={entry?.right ?? ''}
        maxLength={80}
        required
        withAsterisk={false}
        data-autofocus
        error={form.fieldProblem('right')}
      />
      <TextInput
        name="variants"
        dir="auto"
        label={texts.variants}
        description={texts.variantsHelp}
        defaultValue={entry?.variants.join('، ') ?? ''}
        error={form.fieldProblem('variants')}
      />
      <NativeSelect
        name="kind"
        label={texts.kind}
        defaultValue={entry?.kind ?? 'name'}
        data={Object.entries(texts.kinds).map(([value, label]) => ({ value, label }))}
      />
      <TextInput
        name="note"
        dir="auto"
        label={texts.note}
        defaultValue={entry?.note ?? ''}
        maxLength={300}
      />
    </SheetForm>
  );
}

/** The lexicon as a file, out and in. */
function LexiconFiles() {
  const words = useWords();
  const dates = useDates();
  const field = useRef<HTMLInputElement>(null);
  const give = async (): Promise<void> => {
    try {
      const { name, type, text } = await request<LexiconFile>('GET', '/style/lexicon/file');
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([text], { type }));
      link.download = name;
      link.click();
      URL.revokeObjectURL(link.href);
    } catch (error) {
      sayError(error);
    }
  };
  const take = async (file: File): Promise<void> => {
    try {
      const format = /\.json$/i.test(file.name) ? 'json' : 'csv';
      const input = { format, text: await file.text() };
      const { taken } = await request<{ taken: number }>('POST', '/style/lexicon/file', input);
      say(words.style.taken(dates.number(taken)));
      await reload();
    } catch (error) {
      sayError(error);
    }
  };
  return (
    <>
      <Button onClick={() => field.current?.click()}>{words.style.take}</Button>
      <input
        ref={field}
        type="file"
        hidden
        accept=".csv,.json"
        aria-label={words.style.take}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = '';
          if (file !== undefined) void take(file);
        }}
      />
      <Button onClick={() => void give()}>{words.style.give}</Button>
    </>
  );
}
