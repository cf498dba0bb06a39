import { type FormEvent, useState } from 'react';
import type { ActionInput, OfferedAction } from '../../../api/shapes/stories.ts';
import { useWords } from '../../words/use-words.ts';
import { LeftToMend } from '../copydesk/left-to-mend.tsx';
import type { Found } from '../copydesk/story-check.ts';
import { useCopyWords } from '../copydesk/words.ts';
import { SelectField, TextField } from '../parts/field.tsx';
import { Overlay } from '../parts/overlay.tsx';
import { TimeField } from '../parts/time-field.tsx';
import { useEditorWords } from '../use-editor-words.ts';

const hour = 3_600_000;
/** The next full hour, at least half an hour away. */
const soon = (): number => Math.ceil((Date.now() + hour / 2) / hour) * hour;

export const needsQuestion = ({ name, note, time }: OfferedAction): boolean =>
  note || time || name === 'prioritise';

/** What an action cannot do without: a note, a time, a priority. */
export function ActionQuestion(props: {
  action: OfferedAction;
  priority: 'normal' | 'pinned' | 'breaking';
  /** What the copy desk found in a text that readers are to get. */
  left: readonly Found[];
  onDo: (input: ActionInput) => Promise<boolean>;
  onClose: () => void;
}) {
  const { action, left, onDo, onClose } = props;
  const words = useEditorWords();
  const desk = useWords();
  const copyWords = useCopyWords();
  const [note, setNote] = useState('');
  const [at, setAt] = useState<number | null>(action.time ? soon() : null);
  const [priority, setPriority] = useState(props.priority);
  const [until, setUntil] = useState<number | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const label = desk.actions[action.name];
  const noteLabels: Partial<Record<string, string>> = desk.story.noteFor;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (action.time && (at === null || at <= Date.now())) {
      setError(words.action.past);
      return;
    }
    setBusy(true);
    const isDone = await onDo({
      ...(note.trim() === '' ? {} : { note: note.trim() }),
      ...(at === null ? {} : { at }),
      ...(action.name === 'prioritise' ? { priority } : {}),
      ...(until === null || priority !== 'breaking' ? {} : { priorityUntil: until }),
    });
    setBusy(false);
    if (isDone) onClose();
  };
  const isShut = left.some(({ gate }) => gate);
  const isPriority = action.name === 'prioritise';
  return (
    <Overlay title={label} onClose={onClose}>
      <form className="overlay__form" onSubmit={(event) => void submit(event)}>
        <LeftToMend left={left} />
        {isPriority && (
          <SelectField
            label={words.details.priority}
            value={priority}
            options={(['normal', 'pinned', 'breaking'] as const).map(
              (one) => [one, words.details.priorities[one]] as const,
            )}
            onChange={setPriority}
          />
        )}
        {isPriority && priority === 'breaking' && (
          <TimeField label={words.action.until} at={until} onChange={setUntil} />
        )}
        {action.time && (
          <TimeField
            label={words.action.when}
            at={at}
            error={error}
            onChange={(next) => {
              setError(null);
              setAt(next);
            }}
          />
        )}
        {action.note && (
          <TextField
            label={noteLabels[action.name] ?? words.action.note}
            value={note}
            onChange={setNote}
            maxLength={4000}
            isLong
            isFocused
          />
        )}
        <div className="overlay__foot">
          <button
            type="submit"
            className="ink-button"
            disabled={isBusy || isShut || (action.note && note.trim() === '')}
          >
            {label}
          </button>
          <button type="button" className="ghost-button" onClick={onClose}>
            {left.length > 0 ? copyWords.back : desk.common.cancel}
          </button>
        </div>
      </form>
    </Overlay>
  );
}
