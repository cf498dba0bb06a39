import { useSession } from '../data/use-session.ts';
import { useDates } from '../words/dates.ts';
import { useWords } from '../words/use-words.ts';
import { useReplyCounts } from './use-counts.ts';

/** Says above the queue that the paper is flooded, and what is done about it; nothing in peace. */
export function AttackLine() {
  const texts = useWords().replies.attack;
  const dates = useDates();
  const { settings } = useSession();
  const { counts } = useReplyCounts();
  const since = counts?.attackSince ?? null;
  if (since === null) return null;
  const say = settings.replyChallenge === 'off' ? texts.off : texts.asking;
  return (
    <p className="attack-line" role="status">
      {say(dates.short(since))}
    </p>
  );
}
