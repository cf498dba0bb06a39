import { Button, NativeSelect, Textarea } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReaderList, ReaderRow } from '../../api/shapes/comments.ts';
import { request } from '../data/api.ts';
import { queryClient } from '../data/query-client.ts';
import { useMay } from '../data/use-session.ts';
import { LoadFailed } from '../parts/problem.tsx';
import { EmptyState, Loading } from '../parts/screen.tsx';
import { SheetForm } from '../parts/sheet-form.tsx';
import { say } from '../parts/toast.tsx';
import { useForm } from '../parts/use-form.ts';
import { useDates } from '../words/dates.ts';
import { useWords } from '../words/use-words.ts';
import { ReaderDataPart } from './reader-data.tsx';
import './readers.css';

type Standing = ReaderRow['standing'];
const standings: readonly Standing[] = ['known', 'trusted', 'banned'];

/** Readers by their record, never by their address. */
export function Readers() {
  const words = useWords();
  const texts = words.readers;
  const may = useMay();
  const [standing, setStanding] = useState<Standing | null>(null);
  const [open, setOpen] = useState<ReaderRow | null>(null);
  const list = useInfiniteQuery({
    queryKey: ['comments', 'readers', standing],
    queryFn: ({ signal, pageParam }) => {
      const query = new URLSearchParams();
      if (standing !== null) query.set('standing', standing);
      if (pageParam !== null) query.set('cursor', pageParam);
      return request<ReaderList>('GET', `/comments/readers?${query}`, undefined, { signal });
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: (before) => before,
  });
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <>
      <fieldset className="filters__states" aria-label={texts.standing}>
        {([null, 'banned', 'trusted'] as const).map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={standing === one}
            onClick={() => setStanding(one)}
          >
            {one === null ? texts.all : words.replies.standings[one]}
          </button>
        ))}
      </fieldset>
      {list.isPending ? (
        <Loading />
      ) : list.isError && rows.length === 0 ? (
        <LoadFailed error={list.error} again={() => void list.refetch()} />
      ) : rows.length === 0 ? (
        <EmptyState text={standing === null ? texts.empty : texts.emptyStanding[standing]} />
      ) : (
        <ul className="rows" aria-label={words.replies.parts.readers}>
          {rows.map((reader) => (
            <ReaderLine key={reader.id} reader={reader} onOpen={() => setOpen(reader)} />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <Button mt="md" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {words.common.loadMore}
        </Button>
      )}
      {may('reader.data') && <ReaderDataPart />}
      {open !== null && <ReaderForm reader={open} onClose={() => setOpen(null)} />}
    </>
  );
}

function ReaderLine({ reader, onOpen }: { reader: ReaderRow; onOpen: () => void }) {
  const words = useWords();
  const dates = useDates();
  const texts = words.readers;
  const { standing } = reader;
  return (
    <li>
      <div className="rows__main">
        <strong>
          <bdi>{reader.name ?? texts.nameless}</bdi>
          {standing !== 'known' && (
            <span className="readers__standing" data-standing={standing}>
              {words.replies.standings[standing]}
            </span>
          )}
        </strong>
        <p>
          {words.replies.record(dates.number(reader.approved), dates.number(reader.rejected))}
          {' · '}
          {texts.lastAt(dates.near(reader.lastAt))}
        </p>
        {reader.note !== null && <p dir="auto">{reader.note}</p>}
      </div>
      <div className="rows__actions">
        <Link
          className="readers__replies"
          to="/replies"
          search={{ view: 'approved', reader: reader.id }}
        >
          {texts.replies}
        </Link>
        <Button
          size="xs"
          aria-label={`${words.common.edit}: ${reader.name ?? texts.nameless}`}
          onClick={onOpen}
        >
          {words.common.edit}
        </Button>
      </div>
    </li>
  );
}

function ReaderForm({ reader, onClose }: { reader: ReaderRow; onClose: () => void }) {
  const words = useWords();
  const texts = words.readers;
  const name = reader.name ?? texts.nameless;
  const form = useForm(async ({ standing, note }) => {
    await request('PATCH', `/comments/readers/${reader.id}`, { standing, note });
    await queryClient.invalidateQueries({ queryKey: ['comments'] });
    say(texts.changed(name));
    onClose();
  });
  return (
    <SheetForm title={name} form={form} submit={words.common.save} onClose={onClose}>
      <NativeSelect
        name="standing"
        label={texts.standing}
        defaultValue={reader.standing}
        data={standings.map((value) => ({ value, label: words.replies.standings[value] }))}
      />
      <Textarea
        name="note"
        label={texts.note}
        description={texts.noteHelp}
        defaultValue={reader.note ?? ''}
        maxLength={500}
        rows={3}
        error={form.fieldProblem('note')}
      />
    </SheetForm>
  );
}
