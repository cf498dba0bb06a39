import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { BulkAnswer, StoryRow } from '../../api/shapes/stories.ts';
import { request } from '../data/api.ts';
import { queryClient } from '../data/query-client.ts';
import { say, sayError } from '../parts/toast.tsx';
import { nouns, useCount } from '../words/counts.ts';
import { useWords } from '../words/use-words.ts';

type ActionName = StoryRow['actions'][number];

/** Actions that need a moment or a choice of their own are done in the story. */
const oneByOne: readonly ActionName[] = ['schedule', 'prioritise', 'correct'];
const needsNote: readonly ActionName[] = ['return', 'withdraw'];
/** What takes back what was just done, where a mistake is easy. */
const opposite: Partial<Record<ActionName, ActionName>> = { spike: 'unspike' };

/** What may be done with everything that is chosen. */
export function BulkBar(props: {
  rows: readonly StoryRow[];
  /** Gets the ids that were refused, which stay chosen. */
  onDone: (left: number[]) => void;
}) {
  const { rows, onDone } = props;
  const words = useWords();
  const count = useCount();
  const [asking, setAsking] = useState<ActionName | null>(null);
  const [note, setNote] = useState('');
  const [isSending, setSending] = useState(false);
  const [first, ...rest] = rows;
  const common = (first?.actions ?? []).filter(
    (name) => !oneByOne.includes(name) && rest.every(({ actions }) => actions.includes(name)),
  );
  const send = async (ids: number[], action: ActionName): Promise<void> => {
    setSending(true);
    try {
      const answer = await request<BulkAnswer>('POST', '/stories/bulk', {
        ids,
        action,
        ...(note.trim() === '' ? {} : { note: note.trim() }),
      });
      const back = opposite[action];
      if (answer.done.length > 0)
        say(
          `${words.actions[action]}: ${count(answer.done.length, nouns.stories)}.`,
          back === undefined ? {} : { undo: () => void send(answer.done, back) },
        );
      const [refused] = answer.refused;
      if (refused !== undefined)
        say(`${words.stories.bulkRefused}: ${refused.message}`, { isError: true });
      setAsking(null);
      setNote('');
      onDone(answer.refused.map(({ id }) => id));
      await queryClient.invalidateQueries({ queryKey: ['stories'] });
    } catch (error) {
      sayError(error);
    } finally {
      setSending(false);
    }
  };
  const ids = rows.map(({ id }) => id);
  return (
    <section className="bulk-bar" aria-label={words.stories.selected}>
      <p>
        {words.stories.selected}: {count(rows.length, nouns.stories)}
      </p>
      {asking === null ? (
        <div className="bulk-bar__actions">
          {common.length === 0 && <span>{words.stories.bulkNone}</span>}
          {common.map((name) => (
            <Button
              key={name}
              size="xs"
              loading={isSending}
              onClick={() => (needsNote.includes(name) ? setAsking(name) : void send(ids, name))}
            >
              {words.actions[name]}
            </Button>
          ))}
          <Button size="xs" variant="subtle" onClick={() => onDone([])}>
            {words.common.cancel}
          </Button>
        </div>
      ) : (
        <form
          className="bulk-bar__note"
          onSubmit={(event) => {
            event.preventDefault();
            void send(ids, asking);
          }}
        >
          <Textarea
            label={
              asking === 'withdraw' ? words.story.noteFor.withdraw : words.story.noteFor.return
            }
            required
            withAsterisk={false}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <div className="bulk-bar__actions">
            <Button size="xs" variant="filled" type="submit" loading={isSending}>
              {words.actions[asking]}
            </Button>
            <Button size="xs" variant="subtle" onClick={() => setAsking(null)}>
              {words.common.cancel}
            </Button>
          </div>
        </form>
      )}
    </section>
  );
}
