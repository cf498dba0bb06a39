import { Button, Checkbox, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { PictureList } from '../../api/shapes/media.ts';
import { request } from '../data/api.ts';
import { useMay } from '../data/use-session.ts';
import { LoadFailed } from '../parts/problem.tsx';
import { EmptyState, Loading, Screen } from '../parts/screen.tsx';
import { useWords } from '../words/use-words.ts';
import { PictureGrid } from './picture-grid.tsx';
import { PictureSheet } from './picture-sheet.tsx';
import { pictureTypes } from './upload.ts';
import { UploadList } from './upload-list.tsx';
import { useUploads } from './use-uploads.ts';
import './media-screen.css';

/** The archive of pictures. */
export function MediaScreen() {
  const words = useWords();
  const may = useMay();
  const navigate = useNavigate();
  const { id } = useSearch({ from: '/frame/media' });
  const [text, setText] = useState('');
  const [q] = useDebouncedValue(text.trim(), 250);
  const [isUnused, setUnused] = useState(false);
  const [isOver, setOver] = useState(false);
  const files = useRef<HTMLInputElement>(null);
  const uploads = useUploads();
  const list = useInfiniteQuery({
    queryKey: ['media', 'list', q, isUnused],
    queryFn: ({ signal, pageParam }) => {
      const query = new URLSearchParams({ q, ...(isUnused ? { unused: '1' } : {}) });
      if (pageParam !== null) query.set('cursor', pageParam);
      return request<PictureList>('GET', `/media?${query}`, undefined, { signal });
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
  const pictures = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const show = (picture: number | undefined): void =>
    void navigate({ to: '/media', search: picture === undefined ? {} : { id: picture } });
  const mayAdd = may('media.add');
  const choose = mayAdd && (
    <Button variant="filled" onClick={() => files.current?.click()}>
      {words.media.upload}
    </Button>
  );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: files are dropped here; the button does the same.
    <div
      className="media"
      data-over={(isOver && mayAdd) || undefined}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (mayAdd) uploads.add(event.dataTransfer.files);
      }}
    >
      <Screen title={words.media.title} help={words.media.help} isWide actions={choose}>
        <input
          ref={files}
          type="file"
          accept={pictureTypes}
          multiple
          hidden
          onChange={(event) => {
            uploads.add(event.currentTarget.files ?? []);
            event.currentTarget.value = '';
          }}
        />
        <search className="media__find">
          <TextInput
            type="search"
            aria-label={words.media.search}
            placeholder={words.media.search}
            leftSection={<IconSearch size={18} stroke={1.6} aria-hidden />}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Checkbox
            label={words.media.unused}
            checked={isUnused}
            onChange={(event) => setUnused(event.currentTarget.checked)}
          />
        </search>
        <UploadList sending={uploads.sending} drop={uploads.drop} />
        {list.isPending ? (
          <Loading />
        ) : list.isError && pictures.length === 0 ? (
          <LoadFailed error={list.error} again={() => void list.refetch()} />
        ) : pictures.length === 0 ? (
          <EmptyState
            text={
              q === '' && !isUnused
                ? `${words.media.empty} ${words.media.emptyHelp}`
                : words.media.noneFound
            }
          />
        ) : (
          <>
            <PictureGrid pictures={pictures} onChoose={show} />
            {list.hasNextPage && (
              <Button
                mt="lg"
                onClick={() => void list.fetchNextPage()}
                loading={list.isFetchingNextPage}
              >
                {words.common.loadMore}
              </Button>
            )}
          </>
        )}
      </Screen>
      <p className="media__drop" aria-hidden>
        {words.media.drop}
      </p>
      <PictureSheet id={id} onClose={() => show(undefined)} />
    </div>
  );
}
