import { IconArrowRight, IconDots, IconHelp, IconLayoutSidebarRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { OfferedAction, Presence, StoryView } from '../../../api/shapes/stories.ts';
import { StateBadge } from '../../parts/state-badge.tsx';
import { useWords } from '../../words/use-words.ts';
import { leftIn } from '../copydesk/left-to-mend.tsx';
import type { Found, StoryCheck } from '../copydesk/story-check.ts';
import { Menu } from '../parts/menu.tsx';
import { isDirty } from '../saving/save-state.ts';
import type { StoryWork } from '../saving/story-work.ts';
import { useEditorWords } from '../use-editor-words.ts';
import { useSaveState } from '../use-story-work.ts';
import { ActionQuestion, needsQuestion } from './action-question.tsx';
import { People } from './presence.tsx';
import { SaveLine } from './save-line.tsx';
import type { useActions } from './use-actions.ts';
import './story-bar.css';

const icon = { size: 20, stroke: 1.6, 'aria-hidden': true } as const;
/** What brings a text to readers, now or later. */
const toReaders: ReadonlySet<string> = new Set([
  ...['publish', 'publishAtOnce', 'schedule', 'update', 'correct'],
]);
const urgent: ReadonlySet<string> = new Set(['withdraw', 'spike']);

/** State, how the text is kept, who else is here; and the one next step. */
export function StoryBar(props: {
  view: StoryView;
  work: StoryWork;
  check: StoryCheck;
  people: readonly Presence[];
  actions: ReturnType<typeof useActions>;
  isReadOnly: boolean;
  onPreview: () => void;
  onCompare: () => void;
  onHelp: () => void;
  onPanel: () => void;
}) {
  const { view, work, check, people, actions, isReadOnly, onPreview, onCompare, onHelp, onPanel } =
    props;
  const words = useEditorWords();
  const desk = useWords();
  const state = useSaveState(work);
  const [asked, setAsked] = useState<OfferedAction | null>(null);
  const [left, setLeft] = useState<readonly Found[]>([]);
  // An update of what is not saved yet is the next step as well.
  const canUpdate = view.actions.find(({ name }) => name === 'update');
  const primary =
    view.actions.find((action) => action.primary) ?? (isDirty(state) ? canUpdate : undefined);
  const quiet = view.actions.find(({ name }) => name === 'return');
  const rest = view.actions.filter((action) => action !== primary && action !== quiet);
  const start = (action: OfferedAction): void => {
    // What is plainly wrong is said before readers have it, not after.
    const found = toReaders.has(action.name) ? leftIn(check.read()) : [];
    setLeft(found);
    const isFaulty = found.some(({ severity }) => severity === 'error');
    if (needsQuestion(action) || isFaulty) setAsked(action);
    else void actions.perform(action.name);
  };
  const button = (action: OfferedAction, className: string) => (
    <button
      type="button"
      className={className}
      disabled={actions.isBusy}
      onClick={() => start(action)}
    >
      {desk.actions[action.name]}
    </button>
  );
  return (
    <header className="story-bar">
      <Link className="story-bar__back quiet-icon" to="/stories" aria-label={words.back}>
        <IconArrowRight {...icon} />
      </Link>
      <div className="story-bar__state">
        <StateBadge state={view.story.state} />
        {isReadOnly && state.trouble === null ? (
          <span className="save-line">{words.bar.readOnly}</span>
        ) : (
          <SaveLine work={work} onCompare={onCompare} />
        )}
      </div>
      <People people={people} />
      <div className="story-bar__acts">
        <button type="button" className="ghost-button story-bar__wide" onClick={onPreview}>
          {words.bar.preview}
        </button>
        {quiet !== undefined && button(quiet, 'ghost-button story-bar__wide')}
        {primary !== undefined && button(primary, 'ink-button')}
        <Menu
          label={words.bar.more}
          icon={<IconDots {...icon} />}
          items={[
            ...(isReadOnly
              ? []
              : [
                  {
                    key: 'save',
                    label: words.bar.save,
                    hint: 'Ctrl S',
                    onChoose: () => void actions.save(),
                  },
                ]),
            { key: 'preview', label: words.bar.preview, hint: 'Alt P', onChoose: onPreview },
            ...[...(quiet === undefined ? [] : [quiet]), ...rest].map((action) => ({
              key: action.name,
              label: desk.actions[action.name],
              isUrgent: urgent.has(action.name),
              onChoose: () => start(action),
            })),
          ]}
        />
        <button
          type="button"
          className="quiet-icon"
          aria-label={words.bar.help}
          title={words.bar.help}
          onClick={onHelp}
        >
          <IconHelp {...icon} />
        </button>
        <button
          type="button"
          className="quiet-icon story-bar__panel"
          aria-label={words.bar.panel}
          onClick={onPanel}
        >
          <IconLayoutSidebarRight {...icon} />
        </button>
      </div>
      {asked !== null && (
        <ActionQuestion
          action={asked}
          priority={view.story.priority}
          left={left}
          onDo={(input) => actions.perform(asked.name, input)}
          onClose={() => setAsked(null)}
        />
      )}
    </header>
  );
}
