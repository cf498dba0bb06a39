import { ActionIcon, NativeSelect } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react';
import { type DragEvent, type KeyboardEvent, type ReactNode, useState } from 'react';
import type { StoryRow } from '../../api/shapes/stories.ts';
import { WithKeys } from '../parts/with-keys.tsx';
import { useDates } from '../words/dates.ts';
import { useWords } from '../words/use-words.ts';
import {
  type Arrangement,
  moved,
  withBreaking,
  withLead,
  without,
  withPinned,
} from './arrangement.ts';
import { carriedStory, carry } from './drag.ts';

interface Props {
  page: Arrangement;
  rows: ReadonlyMap<number, StoryRow>;
  /** Undefined for those who may only look. */
  onChange: ((page: Arrangement) => void) | undefined;
}

const hour = 3_600_000;

/** The page itself: the breaking strip, the lead, the pinned, in the order that readers see. */
export function FrontPlaces({ page, rows, onChange }: Props) {
  const words = useWords();
  const [said, setSaid] = useState('');
  const put = (next: Arrangement, id: number): void => {
    onChange?.(next);
    const place = next.lead === id ? 1 : next.pinned.indexOf(id) + 2;
    setSaid(words.front.moved(rows.get(id)?.headline ?? '', String(place)));
  };
  const story = (id: number, place: 'lead' | 'pinned', at: number): ReactNode => (
    <Placed
      key={id}
      story={rows.get(id)}
      id={id}
      isLead={place === 'lead'}
      onMove={onChange && ((by) => put(moved(page, id, by), id))}
      onTakeOff={onChange && (() => onChange(without(page, id)))}
      onDropBefore={
        onChange &&
        ((other) =>
          put(place === 'lead' ? withLead(page, other) : withPinned(page, other, at), other))
      }
    />
  );
  return (
    <div className="front__page">
      <span className="visually-hidden" role="status">
        {said}
      </span>
      <section>
        <h2>{words.front.breaking}</h2>
        {page.breaking.length === 0 && <p className="front__empty">{words.front.breakingEmpty}</p>}
        {page.breaking.map(({ id, until }) => (
          <Breaking
            key={id}
            headline={rows.get(id)?.headline ?? ''}
            until={until}
            onUntil={onChange && ((next) => onChange(withBreaking(page, id, next)))}
            onTakeOff={onChange && (() => onChange(without(page, id)))}
          />
        ))}
      </section>
      <DropPlace onDrop={onChange && ((id) => put(withLead(page, id), id))}>
        <h2>{words.front.lead}</h2>
        {page.lead === null ? (
          <p className="front__empty">{words.front.leadEmpty}</p>
        ) : (
          story(page.lead, 'lead', 0)
        )}
      </DropPlace>
      <DropPlace onDrop={onChange && ((id) => put(withPinned(page, id), id))}>
        <h2>{words.front.pinned}</h2>
        {page.pinned.length === 0 && <p className="front__empty">{words.front.pinnedEmpty}</p>}
        {page.pinned.map((id, at) => story(id, 'pinned', at))}
        {onChange !== undefined && (
          <p className="front__help">
            <WithKeys text={words.front.dragHelp} />
          </p>
        )}
      </DropPlace>
    </div>
  );
}

function DropPlace(props: { onDrop: ((id: number) => void) | undefined; children: ReactNode }) {
  const { onDrop, children } = props;
  const [isOver, setOver] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: buttons and Alt with arrows do the same.
    <div
      className="front__place"
      data-over={isOver || undefined}
      onDragOver={(event) => {
        if (onDrop === undefined) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        const id = carriedStory(event);
        if (id !== null) onDrop?.(id);
      }}
    >
      {children}
    </div>
  );
}

function Placed(props: {
  story: StoryRow | undefined;
  id: number;
  isLead: boolean;
  onMove: ((by: -1 | 1) => void) | undefined;
  onTakeOff: (() => void) | undefined;
  onDropBefore: ((id: number) => void) | undefined;
}) {
  const { story, id, isLead, onMove, onTakeOff, onDropBefore } = props;
  const words = useWords();
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    onMove?.(event.key === 'ArrowUp' ? -1 : 1);
  };
  const onDrop = (event: DragEvent): void => {
    const other = carriedStory(event);
    if (other === null || onDropBefore === undefined) return;
    event.stopPropagation();
    onDropBefore(other);
  };
  return (
    <article
      className="front__story"
      data-lead={isLead || undefined}
      draggable={onMove !== undefined}
      onDragStart={(event) => carry(event, id)}
      onDragOver={(event) => onDropBefore && event.preventDefault()}
      onDrop={onDrop}
      onKeyDown={onKeyDown}
    >
      <div>
        {story?.kicker && <p dir="auto">{story.kicker}</p>}
        <h3 dir="auto">{story?.headline}</h3>
      </div>
      {onMove !== undefined && (
        <div className="front__buttons">
          <ActionIcon
            variant="subtle"
            aria-label={`${words.common.up}: ${story?.headline ?? ''}`}
            onClick={() => onMove(-1)}
            disabled={isLead}
          >
            <IconArrowUp size={18} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            aria-label={`${words.common.down}: ${story?.headline ?? ''}`}
            onClick={() => onMove(1)}
          >
            <IconArrowDown size={18} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            aria-label={`${words.front.takeOff}: ${story?.headline ?? ''}`}
            onClick={onTakeOff}
          >
            <IconX size={18} aria-hidden />
          </ActionIcon>
        </div>
      )}
    </article>
  );
}

function Breaking(props: {
  headline: string;
  until: number;
  onUntil: ((until: number) => void) | undefined;
  onTakeOff: (() => void) | undefined;
}) {
  const { headline, until, onUntil, onTakeOff } = props;
  const words = useWords();
  const dates = useDates();
  const { hours } = words.front;
  return (
    <article className="front__breaking">
      <h3 dir="auto">{headline}</h3>
      <p>
        {words.front.breakingUntil} {dates.short(until)}
      </p>
      {onUntil !== undefined && (
        <div className="front__buttons">
          <NativeSelect
            size="xs"
            aria-label={words.front.breakingUntil}
            value=""
            onChange={({ currentTarget: { value } }) => {
              if (value !== '') onUntil(Date.now() + Number(value) * hour);
            }}
            data={[
              { value: '', label: words.front.extend },
              { value: '1', label: hours.one },
              { value: '3', label: hours.three },
              { value: '6', label: hours.six },
              { value: '24', label: hours.day },
            ]}
          />
          <ActionIcon
            variant="transparent"
            className="front__off"
            aria-label={`${words.front.takeOff}: ${headline}`}
            onClick={onTakeOff}
          >
            <IconX size={18} aria-hidden />
          </ActionIcon>
        </div>
      )}
    </article>
  );
}
