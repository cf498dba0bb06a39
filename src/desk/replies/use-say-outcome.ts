import { say } from '../parts/toast.tsx';
import { nouns, useCount } from '../words/counts.ts';
import { useWords } from '../words/use-words.ts';
import type { Act, Outcome } from './use-queue.ts';

const topic = 'replies';

/** Says what became of each act, in one toast that the next one takes the place of. */
export function useSayOutcome(undo: () => void): {
  sayOutcome: (outcome: Outcome) => void;
  sayNothingToUndo: () => void;
} {
  const words = useWords();
  const count = useCount();
  const texts = words.replies;
  const named = ({ ids, writer }: Act, n: number): string =>
    n === 1 && ids.length === 1 ? texts.replyOf(writer) : count(n, nouns.replies);
  return {
    // Apart: the answer to the undo before it may still be on its way, and would take its place.
    sayNothingToUndo: () => say(texts.nothingToUndo, { topic: `${topic} undo` }),
    sayOutcome: (outcome) => {
      if (outcome.kind === 'failed') {
        const why = outcome.error instanceof Error ? ` ${outcome.error.message}` : '';
        say(texts.failed + why, { isError: true, topic: `${topic} failed` });
        return;
      }
      const { act, answer } = outcome;
      if (outcome.kind === 'undone') {
        const n = answer.done.length;
        say(n === 0 ? texts.undoneNone : texts.undone(named(act, n)), { topic });
        return;
      }
      const n = answer.done.length;
      if (n > 0) say(texts.did[act.name](named(act, n)), { topic, undo });
      const [first] = outcome.answer.passedOver;
      if (first !== undefined) say(texts.passedOver[first.why], { topic: `${topic} ${first.why}` });
    },
  };
}
