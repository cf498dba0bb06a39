import type { Editor } from '@tiptap/core';
import { useState } from 'react';
import { pointAt } from '../page/passage-marks.ts';
import { SelectField, TextField } from '../parts/field.tsx';
import { type Keyed, keyed, type Source, type StoryWork } from '../saving/story-work.ts';
import { useEditorWords } from '../use-editor-words.ts';
import { useDetails } from '../use-story-work.ts';
import { PassageTools, selectedPlace, tie } from './passage-tools.tsx';

const kinds = ['official', 'statement', 'outlet', 'document', 'witness', 'unnamed'] as const;

/** Adds a source, tied to the words that are selected. Gives its key. */
export function addSource(work: StoryWork, editor: Editor): string {
  const place = selectedPlace(editor);
  const said = place === null ? '' : editor.state.doc.textBetween(place.from, place.to, ' ');
  const quote = /[«“](.+?)[»”]/su.exec(said)?.[1] ?? null;
  const source = keyed<Source>({
    kind: 'official',
    name: '',
    ...(quote === null ? {} : { quote }),
  });
  work.change({ sources: [...work.details().sources, source] });
  if (place !== null) tie(work, editor, source.key, place);
  return source.key;
}

/** Who said it, through whom, and which words rest on it. */
export function Sources(props: {
  work: StoryWork;
  editor: Editor;
  isReadOnly: boolean;
  open: string | null;
  onOpen: (key: string | null) => void;
}) {
  const { work, editor, isReadOnly, open, onOpen } = props;
  const words = useEditorWords();
  const { sources } = useDetails(work);
  return (
    <div className="panel-form">
      {sources.length === 0 && <p className="panel-empty">{words.sources.empty}</p>}
      <ul className="panel-cards">
        {sources.map((source) => (
          <SourceCard
            key={source.key}
            source={source}
            {...{ work, editor, isReadOnly }}
            isOpen={open === source.key}
            onToggle={() => onOpen(open === source.key ? null : source.key)}
          />
        ))}
      </ul>
      {!isReadOnly && (
        <button
          type="button"
          className="ghost-button"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onOpen(addSource(work, editor))}
        >
          {words.sources.add}
        </button>
      )}
    </div>
  );
}

function SourceCard(props: {
  source: Keyed<Source>;
  work: StoryWork;
  editor: Editor;
  isReadOnly: boolean;
  isOpen: boolean;
  onToggle: () => void;
}) {
  const { source, work, editor, isReadOnly, isOpen, onToggle } = props;
  const words = useEditorWords();
  const [url, setUrl] = useState(source.url ?? '');
  const change = (patch: Partial<Source>): void =>
    work.change({
      sources: work
        .details()
        .sources.map((one) => (one.key === source.key ? { ...one, ...patch } : one)),
    });
  const text = (field: 'via' | 'quote' | 'note') => (value: string) =>
    change({ [field]: value === '' ? null : value });
  const point = (key: string | null) => () =>
    void editor.view.dispatch(pointAt(editor.state.tr, key));
  const disabled = { isDisabled: isReadOnly };
  return (
    <li
      className="panel-card"
      data-open={isOpen || undefined}
      onMouseEnter={point(source.key)}
      onMouseLeave={point(null)}
    >
      <button type="button" className="panel-card__head" aria-expanded={isOpen} onClick={onToggle}>
        <b>
          <bdi>{source.name || words.sources.nameEmpty}</bdi>
        </b>
        <span>
          {words.sources.kinds[source.kind]}
          {source.via ? ` · ${source.via}` : ''}
        </span>
      </button>
      <PassageTools {...{ work, editor, isReadOnly }} itemKey={source.key} />
      {isOpen && (
        <div className="panel-form">
          <SelectField
            label={words.sources.kind}
            value={source.kind}
            options={kinds.map((kind) => [kind, words.sources.kinds[kind]] as const)}
            onChange={(kind) => change({ kind })}
            {...disabled}
          />
          <TextField
            label={words.sources.name}
            value={source.name}
            maxLength={300}
            onChange={(name) => change({ name })}
            isFocused={source.name === ''}
            {...disabled}
          />
          <TextField
            label={words.sources.via}
            value={source.via ?? ''}
            maxLength={300}
            onChange={text('via')}
            {...disabled}
          />
          <TextField
            label={words.sources.url}
            type="url"
            value={url}
            maxLength={2000}
            error={url !== '' && !isWeb(url) ? words.link.wrong : null}
            onChange={(value) => {
              setUrl(value);
              change({ url: isWeb(value) ? value : null });
            }}
            {...disabled}
          />
          <TextField
            label={words.sources.quote}
            value={source.quote ?? ''}
            maxLength={4000}
            isLong
            onChange={text('quote')}
            {...disabled}
          />
          <TextField
            label={source.kind === 'unnamed' ? words.sources.whyUnnamed : words.sources.note}
            value={source.note ?? ''}
            maxLength={1000}
            onChange={text('note')}
            {...disabled}
          />
          {!isReadOnly && (
            <button
              type="button"
              className="text-button"
              onClick={() =>
                work.change({
                  sources: work.details().sources.filter(({ key }) => key !== source.key),
                })
              }
            >
              {words.sources.remove}
            </button>
          )}
        </div>
      )}
    </li>
  );
}

/** An unfinished address is not kept: it would refuse the whole save. */
const isWeb = (url: string): boolean => /^https?:\/\/[^\s]+$/i.test(url) && URL.canParse(url);
