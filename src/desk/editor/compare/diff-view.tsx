import { Fragment, useMemo } from 'react';
import type { StoryContent } from '../../../api/shapes/stories.ts';
import type { Block } from '../document/convert.ts';
import { useEditorWords } from '../use-editor-words.ts';
import { diffBodies } from './body-diff.ts';
import { comparableText } from './body-text.ts';
import { type Field, fields } from './merge.ts';
import { diffWords, type Part } from './word-diff.ts';
import './diff-view.css';

/** What changed, in running text: taken out is struck through, put in is underlined; said to readers of screens too. */
export function Parts({ parts }: { parts: readonly Part[] }) {
  const words = useEditorWords();
  return parts.map((part, index) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move.
    if (part.kind === 'same') return <Fragment key={index}>{part.text}</Fragment>;
    const isAdded = part.kind === 'added';
    const Tag = isAdded ? 'ins' : 'del';
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move.
      <Tag key={index}>
        <span className="visually-hidden">
          {isAdded ? words.versions.added : words.versions.removed}{' '}
        </span>
        {part.text}
      </Tag>
    );
  });
}

/** A field of the story as text that can be compared; only texts, not what they are filed under. */
export function fieldText(field: Field, content: StoryContent): string {
  const value = content[field];
  if (value === null) return '';
  if (field === 'dateline') {
    const { place, outlet } = content.dateline ?? { place: null, outlet: null };
    return [place, outlet].filter(Boolean).join(' – ');
  }
  if (field === 'sources')
    return content.sources
      .map(({ name, via, quote }) => [name, via, quote].filter(Boolean).join(' · '))
      .join('\n');
  if (field === 'events') return content.events.map(({ text }) => text).join('\n');
  if (field === 'byline')
    return [content.byline.agency, content.byline.personIds.join('، ')].filter(Boolean).join(' · ');
  return Array.isArray(value) ? value.join('، ') : String(value);
}

/** One version against another, whole. */
export function DiffView({ before, after }: { before: StoryContent; after: StoryContent }) {
  const words = useEditorWords();
  const body = useMemo(() => diffBodies(before.body, after.body), [before, after]);
  const changed = fields.filter((field) => fieldText(field, before) !== fieldText(field, after));
  const isSame = changed.length === 0 && body.every(({ kind }) => kind === 'same');
  if (isSame) return <p className="panel-empty">{words.versions.same}</p>;
  return (
    <div className="diff-view" lang="ar" dir="rtl">
      {changed.length > 0 && (
        <dl className="diff-view__fields">
          {changed.map((field) => (
            <Fragment key={field}>
              <dt>{words.fields[field]}</dt>
              <dd dir="auto">
                <Parts parts={diffWords(fieldText(field, before), fieldText(field, after))} />
              </dd>
            </Fragment>
          ))}
        </dl>
      )}
      {body.map((change, index) => {
        const key = `${index}`;
        if (change.kind === 'same') return <BlockText key={key} block={change.block} />;
        if (change.kind === 'changed')
          return (
            <p key={key} data-kind={change.after.type} className="diff-view__changed" dir="auto">
              <Parts parts={change.parts} />
            </p>
          );
        return (
          <p key={key} data-kind={change.block.type} className="diff-view__changed" dir="auto">
            <Parts parts={[{ kind: change.kind, text: comparableText(change.block) }]} />
          </p>
        );
      })}
    </div>
  );
}

export function BlockText({ block }: { block: Block }) {
  return (
    <p data-kind={block.type} dir="auto">
      {comparableText(block)}
    </p>
  );
}
