import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { useDeferredValue, useMemo } from 'react';
import { useSession } from '../../data/use-session.ts';
import { useDates } from '../../words/dates.ts';
import { type Place, pointAt } from '../page/passage-marks.ts';
import { SelectField, TextField } from '../parts/field.tsx';
import { TimeField } from '../parts/time-field.tsx';
import { type Keyed, keyed, type StoryEvent, type StoryWork } from '../saving/story-work.ts';
import { useEditorWords } from '../use-editor-words.ts';
import { useDetails } from '../use-story-work.ts';
import { datesToCome } from './found-dates.ts';
import { PassageTools, selectedPlace, tie } from './passage-tools.tsx';

const granularities = ['minute', 'day', 'week', 'month', 'year'] as const;
const day = 86_400_000;

/** Adds a date, tied to the words that are selected. Gives its key. */
export function addDate(
  work: StoryWork,
  editor: Editor,
  given: Partial<Pick<StoryEvent, 'at' | 'granularity'>> & { place?: Place; text?: string } = {},
): string {
  const place = given.place ?? selectedPlace(editor);
  const said =
    given.text ?? (place === null ? '' : editor.state.doc.textBetween(place.from, place.to, ' '));
  const event = keyed<StoryEvent>({
    at: given.at ?? Math.ceil(Date.now() / day) * day + day / 2,
    granularity: given.granularity ?? 'day',
    text: said.slice(0, 300),
  });
  work.change({ events: [...work.details().events, event] });
  if (place !== null) tie(work, editor, event.key, place);
  return event.key;
}

/** The dates that the story announces, each at the words that announce it. */
export function AnnouncedDates(props: {
  work: StoryWork;
  editor: Editor;
  isReadOnly: boolean;
  open: string | null;
  onOpen: (key: string | null) => void;
}) {
  const { work, editor, isReadOnly, open, onOpen } = props;
  const words = useEditorWords();
  const { events } = useDetails(work);
  const { timeZone } = useSession().settings;
  const doc = useDeferredValue(
    useEditorState({ editor, selector: ({ editor: now }) => now.state.doc }),
  );
  const found = useMemo(
    () => (isReadOnly ? [] : datesToCome(doc, { at: Date.now(), timeZone })),
    [doc, timeZone, isReadOnly],
  );
  const others = found.filter(({ at }) => !events.some((event) => event.at === at));
  return (
    <div className="panel-form">
      {events.length === 0 && <p className="panel-empty">{words.dates.empty}</p>}
      <ul className="panel-cards">
        {events.map((event) => (
          <DateCard
            key={event.key}
            event={event}
            {...{ work, editor, isReadOnly }}
            isOpen={open === event.key}
            onToggle={() => onOpen(open === event.key ? null : event.key)}
          />
        ))}
      </ul>
      {!isReadOnly && (
        <button
          type="button"
          className="ghost-button"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onOpen(addDate(work, editor))}
        >
          {words.dates.add}
        </button>
      )}
      {others.length > 0 && (
        <section className="panel-found">
          <h3>{words.dates.found}</h3>
          <ul>
            {others.map(({ text, ...rest }) => (
              <li key={text}>
                <button
                  type="button"
                  className="text-button"
                  onClick={() => onOpen(addDate(work, editor, { text, ...rest }))}
                >
                  {words.dates.addFound(text)}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function DateCard(props: {
  event: Keyed<StoryEvent>;
  work: StoryWork;
  editor: Editor;
  isReadOnly: boolean;
  isOpen: boolean;
  onToggle: () => void;
}) {
  const { event, work, editor, isReadOnly, isOpen, onToggle } = props;
  const words = useEditorWords();
  const dates = useDates();
  const change = (patch: Partial<StoryEvent>): void =>
    work.change({
      events: work
        .details()
        .events.map((one) => (one.key === event.key ? { ...one, ...patch } : one)),
    });
  const point = (key: string | null) => () =>
    void editor.view.dispatch(pointAt(editor.state.tr, key));
  const disabled = { isDisabled: isReadOnly };
  return (
    <li
      className="panel-card"
      data-open={isOpen || undefined}
      onMouseEnter={point(event.key)}
      onMouseLeave={point(null)}
    >
      <button type="button" className="panel-card__head" aria-expanded={isOpen} onClick={onToggle}>
        <b>{event.granularity === 'minute' ? dates.dateTime(event.at) : dates.date(event.at)}</b>
        <span dir="auto">{event.text || words.dates.textEmpty}</span>
      </button>
      <PassageTools {...{ work, editor, isReadOnly }} itemKey={event.key} />
      {isOpen && (
        <div className="panel-form">
          <TextField
            label={words.dates.text}
            value={event.text}
            maxLength={300}
            onChange={(text) => change({ text })}
            {...disabled}
          />
          <SelectField
            label={words.dates.granularity}
            value={event.granularity}
            options={granularities.map((one) => [one, words.dates.granularities[one]] as const)}
            onChange={(granularity) => change({ granularity })}
            {...disabled}
          />
          <TimeField
            label={words.dates.at}
            at={event.at}
            isDay={event.granularity !== 'minute'}
            onChange={(at) => {
              if (at !== null) change({ at });
            }}
            {...disabled}
          />
          {!isReadOnly && (
            <button
              type="button"
              className="text-button"
              onClick={() =>
                work.change({
                  events: work.details().events.filter(({ key }) => key !== event.key),
                })
              }
            >
              {words.dates.remove}
            </button>
          )}
        </div>
      )}
    </li>
  );
}
