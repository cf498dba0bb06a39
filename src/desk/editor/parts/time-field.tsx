import { useId } from 'react';
import { useSession } from '../../data/use-session.ts';
import { useDates } from '../../words/dates.ts';
import { useEditorWords } from '../use-editor-words.ts';
import { instantOfWall, wallTime } from './wall-time.ts';

/** A moment, entered by the newsroom's clock and read back as the edition writes it. */
export function TimeField(props: {
  label: string;
  at: number | null;
  onChange: (at: number | null) => void;
  isDay?: boolean;
  isDisabled?: boolean;
  error?: string | null;
}) {
  const { label, at, onChange, isDay = false, isDisabled = false, error } = props;
  const words = useEditorWords();
  const dates = useDates();
  const { timeZone } = useSession().settings;
  const id = useId();
  const wall = at === null ? '' : wallTime(at, timeZone);
  return (
    <div className="desk-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type={isDay ? 'date' : 'datetime-local'}
        dir="ltr"
        value={isDay ? wall.slice(0, 10) : wall}
        disabled={isDisabled}
        aria-describedby={`${id}-note`}
        onChange={({ currentTarget: { value } }) =>
          onChange(instantOfWall(isDay && value !== '' ? `${value}T00:00` : value, timeZone))
        }
      />
      <small id={`${id}-note`} role={error ? 'alert' : undefined}>
        {error ?? (
          <>
            {at !== null && (isDay ? dates.date(at) : dates.dateTime(at))}
            {at !== null && !isDay && ' · '}
            {!isDay && (
              <>
                {words.action.zone} (<bdi>{timeZone}</bdi>)
              </>
            )}
          </>
        )}
      </small>
    </div>
  );
}
