import { Modal } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useId, useMemo, useState } from 'react';
import type { StoryList } from '../../api/shapes/stories.ts';
import { normalise } from '../../arabic/normalise.ts';
import { request } from '../data/api.ts';
import { useMay } from '../data/use-session.ts';
import { screens } from '../frame/screens.ts';
import { signOut } from '../frame/sign-out.ts';
import { useNewStory } from '../frame/use-new-story.ts';
import { WithKeys } from '../parts/with-keys.tsx';
import { useWords } from '../words/use-words.ts';
import './palette.css';

interface Choice {
  key: string;
  group: string;
  name: string;
  beside?: string;
  choose: () => void;
}

/** Ctrl-K: every screen, every story, the few things that are done from everywhere. */
export function Palette({ onClose }: { onClose: () => void }) {
  const words = useWords();
  const list = useId();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const choices = useChoices(text);
  const chosen = choices[Math.min(at, choices.length - 1)];
  const choose = (choice: Choice | undefined): void => {
    if (choice === undefined) return;
    onClose();
    choice.choose();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      const next = (Math.min(at, choices.length - 1) + step + choices.length) % choices.length;
      setAt(Number.isNaN(next) ? 0 : next);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      choose(chosen);
    }
  };
  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      size="lg"
      padding={0}
      centered={false}
      title={<span className="visually-hidden">{words.palette.label}</span>}
      classNames={{ header: 'palette__title' }}
    >
      <div className="palette">
        <input
          type="text"
          role="combobox"
          aria-label={words.palette.label}
          aria-expanded="true"
          aria-controls={list}
          aria-activedescendant={chosen === undefined ? undefined : `${list}-${chosen.key}`}
          aria-autocomplete="list"
          autoComplete="off"
          dir="auto"
          placeholder={words.palette.placeholder}
          value={text}
          data-autofocus
          onChange={(event) => {
            setText(event.currentTarget.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
        <div id={list} role="listbox" aria-label={words.palette.label} className="palette__list">
          {choices.length === 0 && <p className="palette__none">{words.palette.none}</p>}
          {choices.map((choice, index) => (
            <div
              key={choice.key}
              id={`${list}-${choice.key}`}
              role="option"
              aria-selected={choice === chosen}
              tabIndex={-1}
              className="palette__choice"
              onPointerMove={() => setAt(index)}
              onClick={() => choose(choice)}
              onKeyDown={onKeyDown}
            >
              <small>{choice.group}</small>
              <span dir="auto">{choice.name}</span>
              {choice.beside !== undefined && <em>{choice.beside}</em>}
            </div>
          ))}
        </div>
        <p className="palette__hint">
          <WithKeys text={words.palette.hint} />
        </p>
      </div>
    </Modal>
  );
}

function useChoices(text: string): Choice[] {
  const words = useWords();
  const may = useMay();
  const navigate = useNavigate();
  const { begin } = useNewStory();
  const [asked] = useDebouncedValue(text.trim(), 150);
  const found = useQuery({
    queryKey: ['stories', 'palette', asked],
    queryFn: ({ signal }) =>
      request<StoryList>('GET', `/stories?limit=8&q=${encodeURIComponent(asked)}`, undefined, {
        signal,
      }),
    enabled: asked.length > 1,
    placeholderData: (before) => before,
  });
  return useMemo(() => {
    const fixed: Choice[] = screens
      .filter(({ needs }) => needs === undefined || may(needs))
      .map(({ to, name }) => ({
        key: name,
        group: words.palette.go,
        name: words.nav[name],
        choose: () => void navigate({ to }),
      }));
    if (may('story.create'))
      fixed.push({
        key: 'new',
        group: words.palette.do,
        name: words.nav.newStory,
        choose: begin,
      });
    fixed.push({
      key: 'sign-out',
      group: words.palette.do,
      name: words.entry.signOut,
      choose: signOut,
    });
    const wanted = normalise(text.trim()).toLowerCase();
    const matching = fixed.filter(({ name }) => normalise(name).toLowerCase().includes(wanted));
    const stories = asked.length > 1 && wanted !== '' ? (found.data?.rows ?? []) : [];
    return [
      ...matching,
      ...stories.map((story) => ({
        key: `story-${story.id}`,
        group: words.palette.stories,
        name: story.headline,
        beside: words.states[story.state],
        choose: () => void navigate({ to: '/stories/$id', params: { id: String(story.id) } }),
      })),
    ];
  }, [text, asked, found.data, words, may, navigate, begin]);
}
