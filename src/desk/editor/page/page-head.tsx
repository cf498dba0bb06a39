import { useQuery } from '@tanstack/react-query';
import { type RefObject, useEffect, useState } from 'react';
import type { PictureView } from '../../../api/shapes/media.ts';
import { request } from '../../data/api.ts';
import { useSession } from '../../data/use-session.ts';
import { useWords } from '../../words/use-words.ts';
import type { CheckedField } from '../copydesk/fields.ts';
import type { Place } from '../copydesk/units.ts';
import { PicturePicker } from '../pictures/picture-picker.tsx';
import type { StoryWork } from '../saving/story-work.ts';
import { useEditorWords } from '../use-editor-words.ts';
import { useDetails } from '../use-story-work.ts';
import { GrowingText } from './growing-text.tsx';

/** What stands above the text: set as the press sets it, written where it stands. */
export function PageHead(props: {
  work: StoryWork;
  isReadOnly: boolean;
  isNew: boolean;
  toBody: () => void;
  headline: RefObject<HTMLTextAreaElement | null>;
}) {
  const { work, isReadOnly, isNew, toBody, headline } = props;
  const words = useEditorWords();
  const desk = useWords();
  const { sections } = useSession();
  const details = useDetails(work);
  const [isChoosing, setChoosing] = useState(false);
  const section = sections.find(({ id }) => id === details.sectionId)?.name ?? words.page.noSection;
  useEffect(() => {
    if (!isNew) return;
    headline.current?.focus();
    headline.current?.select();
  }, [isNew, headline]);
  const line = (field: 'kicker' | 'deck' | 'standfirst') => (value: string) =>
    work.change({ [field]: value === '' ? null : value });
  const dateline = details.dateline ?? { place: null, outlet: null };
  const place = (field: 'place' | 'outlet') => (value: string) => {
    const next = { ...dateline, [field]: value === '' ? null : value };
    work.change({ dateline: next.place === null && next.outlet === null ? null : next });
  };
  const common = { isReadOnly, onEnter: toBody };
  const at = (field: CheckedField) => ({
    isAt: (place: Place) => place.in === 'field' && place.field === field,
  });
  return (
    <header className="sheet__head">
      <p className="sheet__meta">
        <span>{section}</span>
        <span>{desk.types[details.type]}</span>
        {details.byline.agency !== null && <bdi>{details.byline.agency}</bdi>}
      </p>
      <GrowingText
        {...common}
        {...at('kicker')}
        className="sheet__kicker"
        label={words.page.kicker}
        placeholder={words.page.kicker}
        value={details.kicker ?? ''}
        maxLength={400}
        onChange={line('kicker')}
        onEnter={() => headline.current?.focus()}
      />
      <h1 className="sheet__headline" data-opinion={details.type === 'opinion' || undefined}>
        <GrowingText
          {...common}
          {...at('headline')}
          fieldRef={headline}
          className="sheet__headline-text"
          label={words.page.headline}
          placeholder={words.page.headlineEmpty}
          value={details.headline}
          maxLength={400}
          onChange={(value) => work.change({ headline: value })}
        />
      </h1>
      <GrowingText
        {...common}
        {...at('deck')}
        className="sheet__deck"
        label={words.page.deck}
        placeholder={words.page.deck}
        value={details.deck ?? ''}
        maxLength={400}
        onChange={line('deck')}
      />
      <GrowingText
        {...common}
        {...at('standfirst')}
        className="sheet__standfirst"
        label={words.page.standfirst}
        placeholder={words.page.standfirst}
        value={details.standfirst ?? ''}
        maxLength={2000}
        onChange={line('standfirst')}
      />
      <LeadPicture
        id={details.leadMediaId}
        isReadOnly={isReadOnly}
        onChoose={() => setChoosing(true)}
        onRemove={() => work.change({ leadMediaId: null })}
      />
      {/* biome-ignore lint/a11y/useSemanticElements: two fields of one line of the page. */}
      <div className="sheet__dateline" role="group" aria-label={words.page.dateline}>
        <GrowingText
          {...common}
          {...at('place')}
          isInline
          className="sheet__place"
          label={words.page.place}
          placeholder={words.page.place}
          value={dateline.place ?? ''}
          maxLength={120}
          onChange={place('place')}
        />
        <span aria-hidden> – </span>
        <GrowingText
          {...common}
          {...at('outlet')}
          isInline
          className="sheet__place"
          label={words.page.outlet}
          placeholder={words.page.outlet}
          value={dateline.outlet ?? ''}
          maxLength={120}
          onChange={place('outlet')}
        />
      </div>
      {isChoosing && (
        <PicturePicker
          onClose={() => setChoosing(false)}
          onChoose={({ id }) => {
            setChoosing(false);
            work.change({ leadMediaId: id });
          }}
        />
      )}
    </header>
  );
}

function LeadPicture(props: {
  id: number | null;
  isReadOnly: boolean;
  onChoose: () => void;
  onRemove: () => void;
}) {
  const { id, isReadOnly, onChoose, onRemove } = props;
  const words = useEditorWords();
  const picture = useQuery({
    queryKey: ['media', id],
    queryFn: ({ signal }) => request<PictureView>('GET', `/media/${id}`, undefined, { signal }),
    enabled: id !== null,
  });
  if (id === null)
    return isReadOnly ? null : (
      <button type="button" className="sheet__add" onClick={onChoose}>
        {words.page.addLead}
      </button>
    );
  const { data } = picture;
  return (
    <figure className="sheet__lead">
      {data !== undefined && (
        <img
          src={data.url}
          alt={data.alt}
          style={{ objectPosition: `${data.focalX * 100}% ${data.focalY * 100}%` }}
        />
      )}
      <figcaption>
        {picture.isError ? words.picture.missing : (data?.caption ?? '')} <bdi>{data?.credit}</bdi>
        {!isReadOnly && (
          <span className="sheet__lead-tools">
            <button type="button" className="text-button" onClick={onChoose}>
              {words.picture.change}
            </button>
            <button type="button" className="text-button" onClick={onRemove}>
              {words.picture.remove}
            </button>
          </span>
        )}
      </figcaption>
    </figure>
  );
}
