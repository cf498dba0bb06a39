import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type {
  StoryContent,
  StoryView,
  VersionAnswer,
  VersionRow,
} from '../../../api/shapes/stories.ts';
import { request } from '../../data/api.ts';
import { LoadFailed } from '../../parts/problem.tsx';
import { Loading } from '../../parts/screen.tsx';
import { say, sayError } from '../../parts/toast.tsx';
import { When } from '../../parts/when.tsx';
import { useDates } from '../../words/dates.ts';
import { useWords } from '../../words/use-words.ts';
import { DiffView } from '../compare/diff-view.tsx';
import { Overlay } from '../parts/overlay.tsx';
import type { StoryWork } from '../saving/story-work.ts';
import { useEditorWords } from '../use-editor-words.ts';
import { useSaveState } from '../use-story-work.ts';

interface Compared {
  title: string;
  before: StoryContent;
  after: StoryContent;
}

/** Every version that somebody meant: what changed since, and the way back to it. */
export function Versions(props: {
  view: StoryView;
  work: StoryWork;
  isReadOnly: boolean;
  onRestore: (content: StoryContent) => void;
  onReaders: () => void;
}) {
  const { view, work, isReadOnly, onRestore, onReaders } = props;
  const words = useEditorWords();
  const desk = useWords();
  const dates = useDates();
  const { version: current } = useSaveState(work);
  const [compared, setCompared] = useState<Compared | null>(null);
  const versions = useInfiniteQuery({
    queryKey: ['story', work.id, 'versions'],
    queryFn: ({ signal, pageParam }) =>
      request<{ rows: VersionRow[]; next: string | null }>(
        'GET',
        `/stories/${work.id}/versions${pageParam === null ? '' : `?cursor=${encodeURIComponent(pageParam)}`}`,
        undefined,
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
  const read = (version: number): Promise<VersionAnswer> =>
    request('GET', `/stories/${work.id}/versions/${version}`);
  const compare = (version: number): void =>
    void read(version)
      .then(({ content }) =>
        setCompared({
          title: words.versions.compareTitle(dates.number(version)),
          before: content,
          after: work.content(),
        }),
      )
      .catch(sayError);
  const restore = (version: number): void =>
    void read(version)
      .then(({ content }) => {
        const before = work.content();
        onRestore(content);
        say(words.versions.restored(dates.number(version)), { undo: () => onRestore(before) });
      })
      .catch(sayError);
  const { published } = view;
  if (versions.isPending) return <Loading />;
  if (versions.data === undefined)
    return <LoadFailed error={versions.error} again={() => void versions.refetch()} />;
  const rows = versions.data.pages.flatMap((page) => page.rows);
  return (
    <div className="panel-form">
      {published !== null && (
        <section className="panel-readers">
          <h3>{words.versions.readersSee(dates.number(published.version))}</h3>
          {published.version !== current && <p>{words.versions.readersHelp}</p>}
          <div className="overlay__foot">
            <button type="button" className="ghost-button ghost-button--small" onClick={onReaders}>
              {words.versions.asReaders}
            </button>
            <button
              type="button"
              className="ghost-button ghost-button--small"
              onClick={() =>
                setCompared({
                  title: words.versions.readersTitle,
                  before: published.content,
                  after: work.content(),
                })
              }
            >
              {words.versions.difference}
            </button>
            <a className="text-button" href={published.url} target="_blank" rel="noopener">
              {words.versions.openPaper}
            </a>
          </div>
        </section>
      )}
      <ol className="panel-versions">
        {rows.map(({ version, at, by, summary }) => (
          <li key={version}>
            <p>
              <b>{words.versions.row(dates.number(version))}</b>{' '}
              {version === current && <em>{words.versions.current}</em>}
              {version === published?.version && <em>{words.versions.readers}</em>}
            </p>
            <p className="panel-versions__by">
              <bdi>{by}</bdi> · <When at={at} />
            </p>
            {summary !== null && <p dir="auto">{summary}</p>}
            <div className="panel-versions__tools">
              <button type="button" className="text-button" onClick={() => compare(version)}>
                {words.versions.compare}
                <span className="visually-hidden">
                  {' '}
                  {words.versions.row(dates.number(version))}
                </span>
              </button>
              {!isReadOnly && (
                <button type="button" className="text-button" onClick={() => restore(version)}>
                  {words.versions.restore}
                  <span className="visually-hidden">
                    {' '}
                    {words.versions.row(dates.number(version))}
                  </span>
                </button>
              )}
            </div>
          </li>
        ))}
      </ol>
      {versions.hasNextPage && (
        <button
          type="button"
          className="ghost-button"
          onClick={() => void versions.fetchNextPage()}
        >
          {desk.common.loadMore}
        </button>
      )}
      {compared !== null && (
        <Overlay title={compared.title} size="medium" isRead onClose={() => setCompared(null)}>
          <DiffView before={compared.before} after={compared.after} />
        </Overlay>
      )}
    </div>
  );
}
