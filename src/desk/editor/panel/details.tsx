import { useState } from 'react';
import type { StoryView } from '../../../api/shapes/stories.ts';
import { slugify } from '../../../arabic/slug.ts';
import { queryClient } from '../../data/query-client.ts';
import { useSession } from '../../data/use-session.ts';
import { sayError } from '../../parts/toast.tsx';
import { useWords } from '../../words/use-words.ts';
import { SelectField, TextField } from '../parts/field.tsx';
import { TimeField } from '../parts/time-field.tsx';
import type { StoryWork } from '../saving/story-work.ts';
import { useEditorWords } from '../use-editor-words.ts';
import { useDetails } from '../use-story-work.ts';
import { TermPicker } from './term-picker.tsx';

const none = '';

/** What a story is filed under, who wrote it, and from when readers may have it. */
export function Details(props: { view: StoryView; work: StoryWork; isReadOnly: boolean }) {
  const { view, work, isReadOnly } = props;
  const words = useEditorWords();
  const desk = useWords();
  const { sections } = useSession();
  const details = useDetails(work);
  const { story } = view;
  const disabled = { isDisabled: isReadOnly };
  const isOut = story.publishedVersion !== null;
  return (
    <div className="panel-form">
      <SelectField
        label={words.details.section}
        value={String(details.sectionId ?? none)}
        options={[
          [none, words.details.none] as const,
          ...sections.map(({ id, name }) => [String(id), name] as const),
        ]}
        onChange={(value) => work.change({ sectionId: value === none ? null : Number(value) })}
        {...disabled}
      />
      <SelectField
        label={words.details.type}
        value={details.type}
        options={(Object.keys(desk.types) as (keyof typeof desk.types)[]).map(
          (type) => [type, desk.types[type]] as const,
        )}
        onChange={(type) => work.change({ type })}
        {...disabled}
      />
      <TermPicker
        kind="people"
        label={words.details.people}
        ids={details.byline.personIds}
        isReadOnly={isReadOnly}
        onChange={(personIds) => work.change({ byline: { ...details.byline, personIds } })}
      />
      <TextField
        label={words.details.agency}
        value={details.byline.agency ?? ''}
        maxLength={200}
        onChange={(agency) =>
          work.change({ byline: { ...details.byline, agency: agency === '' ? null : agency } })
        }
        {...disabled}
      />
      <TermPicker
        kind="topics"
        label={words.details.topics}
        ids={details.topicIds}
        isReadOnly={isReadOnly}
        onChange={(topicIds) => work.change({ topicIds })}
      />
      <TermPicker
        kind="series"
        label={words.details.series}
        ids={details.seriesId === null ? [] : [details.seriesId]}
        isSingle
        isReadOnly={isReadOnly}
        onChange={([seriesId]) => work.change({ seriesId: seriesId ?? null })}
      />
      <SelectField
        label={words.details.comments}
        value={details.comments}
        options={(['open', 'premoderated', 'closed'] as const).map(
          (policy) => [policy, words.details.policies[policy]] as const,
        )}
        onChange={(comments) => work.change({ comments })}
        {...disabled}
      />
      <Embargo
        key={story.embargoUntil}
        at={story.embargoUntil}
        work={work}
        isReadOnly={isReadOnly}
      />
      <dl className="panel-facts">
        <dt>{words.details.slug}</dt>
        <dd>
          <bdi>{isOut ? story.slug : slugify(details.headline)}</bdi>
          <small>{isOut ? words.details.slugFixed : words.details.slugFollows}</small>
        </dd>
        <dt>{words.details.priority}</dt>
        <dd>{words.details.priorities[story.priority]}</dd>
        <dt>{words.details.author}</dt>
        <dd>
          <bdi>{view.author.name}</bdi>
        </dd>
      </dl>
    </div>
  );
}

function Embargo(props: { at: number | null; work: StoryWork; isReadOnly: boolean }) {
  const { work, isReadOnly } = props;
  const words = useEditorWords();
  const [at, setAt] = useState(props.at);
  const set = (embargoUntil: number | null): void =>
    void work
      .saveVersion({ embargoUntil })
      .then(() => queryClient.invalidateQueries({ queryKey: ['story', work.id] }))
      .catch(sayError);
  return (
    <div className="panel-form__part">
      <TimeField label={words.details.embargo} at={at} onChange={setAt} isDisabled={isReadOnly} />
      {at !== props.at && at !== null && (
        <button type="button" className="ghost-button ghost-button--small" onClick={() => set(at)}>
          {words.details.embargoSet}
        </button>
      )}
      {props.at !== null && !isReadOnly && (
        <button
          type="button"
          className="ghost-button ghost-button--small"
          onClick={() => set(null)}
        >
          {words.details.embargoDrop}
        </button>
      )}
      {at !== null && <small>{words.details.embargoHelp}</small>}
    </div>
  );
}
