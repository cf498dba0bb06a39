import { useQuery } from '@tanstack/react-query';
import { useId, useMemo, useState } from 'react';
import type { StoryContent, VersionAnswer } from '../../../api/shapes/stories.ts';
import { request } from '../../data/api.ts';
import { LoadFailed } from '../../parts/problem.tsx';
import { Loading } from '../../parts/screen.tsx';
import { Overlay } from '../parts/overlay.tsx';
import { useEditorWords } from '../use-editor-words.ts';
import { comparableText } from './body-text.ts';
import { fieldText, Parts } from './diff-view.tsx';
import { type Choices, mergedStory, mergeStories, type Side, sideOf } from './merge.ts';
import { diffWords } from './word-diff.ts';
import './conflict-screen.css';

/**
 * Two texts of one story side by side: what only one of two people changed is merged already, where
 * both did somebody chooses. Nothing is written before they say so, and closing loses nothing.
 */
export function ConflictScreen(props: {
  id: number;
  baseVersion: number;
  theirVersion: number;
  mine: StoryContent;
  onMerged: (content: StoryContent, version: number, isUnsaved: boolean) => void;
  onClose: () => void;
}) {
  const { id, baseVersion, theirVersion, mine, onMerged, onClose } = props;
  const words = useEditorWords();
  const texts = useQuery({
    queryKey: ['story', id, 'conflict', baseVersion, theirVersion],
    queryFn: async ({ signal }) => {
      const read = (version: number): Promise<VersionAnswer> =>
        request('GET', `/stories/${id}/versions/${version}`, undefined, { signal });
      const [base, theirs] = await Promise.all([read(baseVersion), read(theirVersion)]);
      return { base: base.content, theirs: theirs.content, by: theirs.by };
    },
  });
  return (
    <Overlay title={words.conflict.title} size="large" onClose={onClose}>
      {texts.data !== undefined ? (
        <Choosing
          key={theirVersion}
          {...texts.data}
          mine={mine}
          onDone={(content, isUnsaved) => onMerged(content, theirVersion, isUnsaved)}
        />
      ) : texts.isError ? (
        <LoadFailed error={texts.error} again={() => void texts.refetch()} />
      ) : (
        <Loading />
      )}
    </Overlay>
  );
}

function Choosing(props: {
  base: StoryContent;
  mine: StoryContent;
  theirs: StoryContent;
  by: string;
  onDone: (content: StoryContent, isUnsaved: boolean) => void;
}) {
  const { base, mine, theirs, by, onDone } = props;
  const words = useEditorWords();
  const merge = useMemo(() => mergeStories(base, mine, theirs), [base, mine, theirs]);
  const [choices, setChoices] = useState<Choices>({ fields: {}, body: {} });
  const finish = (
    <div className="overlay__foot conflict__foot">
      <button
        type="button"
        className="ink-button"
        onClick={() => onDone(mergedStory(merge, mine, theirs, choices), true)}
      >
        {words.conflict.save}
      </button>
      <button type="button" className="ghost-button" onClick={() => onDone(mine, true)}>
        {words.conflict.takeMine}
      </button>
      <button type="button" className="ghost-button" onClick={() => onDone(theirs, false)}>
        {words.conflict.takeTheirs(by)}
      </button>
    </div>
  );
  return (
    <div className="conflict">
      <p>{words.conflict.help(by)}</p>
      {merge.fields.map(({ field, kind }) => (
        <Choice
          key={field}
          name={words.fields[field]}
          kind={kind}
          by={by}
          mine={fieldText(field, mine)}
          theirs={fieldText(field, theirs)}
          side={sideOf(kind, choices.fields[field])}
          onSide={(side) =>
            setChoices({ ...choices, fields: { ...choices.fields, [field]: side } })
          }
        />
      ))}
      {merge.body.map((stretch, index) => {
        const key = `${stretch.mineAt}-${stretch.theirsAt}-${stretch.kind}`;
        const text = (side: 'mine' | 'theirs'): string =>
          stretch[side].map(comparableText).join('\n\n');
        if (stretch.kind === 'same' || stretch.kind === 'agreed')
          return (
            <details key={key} className="conflict__same">
              <summary>
                {words.versions.unchanged} ({stretch.mine.length})
              </summary>
              <p dir="auto">{text('mine')}</p>
            </details>
          );
        return (
          <Choice
            key={key}
            name={words.page.body}
            kind={stretch.kind}
            by={by}
            mine={text('mine')}
            theirs={text('theirs')}
            side={sideOf(stretch.kind, choices.body[index])}
            mayBoth={stretch.mine.length > 0 && stretch.theirs.length > 0}
            onSide={(side) => setChoices({ ...choices, body: { ...choices.body, [index]: side } })}
          />
        );
      })}
      {finish}
    </div>
  );
}

function Choice(props: {
  name: string;
  kind: 'mine' | 'theirs' | 'conflict';
  by: string;
  mine: string;
  theirs: string;
  side: Side;
  mayBoth?: boolean;
  onSide: (side: Side) => void;
}) {
  const { name, kind, by, mine, theirs, side, mayBoth = false, onSide } = props;
  const words = useEditorWords();
  const id = useId();
  const { conflict } = words;
  const why = {
    mine: conflict.onlyMine,
    theirs: conflict.onlyTheirs(by),
    conflict: conflict.clash,
  }[kind];
  // Each side shows what it has that the other has not.
  const parts = diffWords(mine, theirs);
  const option = (value: Side, label: string, shown?: 'removed' | 'added') => (
    <label className="conflict__option" data-chosen={side === value || undefined}>
      <span className="conflict__label">
        <input type="radio" name={id} checked={side === value} onChange={() => onSide(value)} />
        {label}
      </span>
      {shown !== undefined && (
        <span className="conflict__text" dir="auto" lang="ar">
          {(shown === 'removed' ? mine : theirs) === '' ? (
            <i>{conflict.empty}</i>
          ) : (
            <Parts
              parts={parts
                .filter((part) => part.kind === 'same' || part.kind === shown)
                .map((part) => (part.kind === 'same' ? part : { ...part, kind: 'added' }))}
            />
          )}
        </span>
      )}
    </label>
  );
  return (
    <fieldset className="conflict__choice" data-kind={kind}>
      <legend>
        {name} · <span>{why}</span>
      </legend>
      <div className="conflict__sides">
        {option('mine', conflict.mine, 'removed')}
        {option('theirs', conflict.theirs(by), 'added')}
      </div>
      {mayBoth && option('both', conflict.both)}
    </fieldset>
  );
}
