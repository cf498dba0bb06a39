import { useDates } from '../words/dates.ts';

/** A moment as the edition writes it; the whole date on demand. */
export function When({ at, as = 'near' }: { at: number; as?: 'near' | 'short' | 'dateTime' }) {
  const dates = useDates();
  return (
    <time dateTime={new Date(at).toISOString()} title={dates.dateTime(at)}>
      {dates[as](at)}
    </time>
  );
}
