import { WithKeys } from '../../parts/with-keys.tsx';
import { useDates } from '../../words/dates.ts';
import { useCheckState } from './check-context.tsx';
import { FindingList } from './finding-line.tsx';
import { safeCount } from './mending.ts';
import { UnknownList } from './unknown-list.tsx';
import type { CopyDeskActions } from './use-copy-desk.ts';
import { named, useCopyWords } from './words.ts';
import './findings-panel.css';

/** What the copy desk found, in reading order; the one that is looked at is open. */
export function FindingsPanel({
  desk,
  isReadOnly,
}: {
  desk: CopyDeskActions;
  isReadOnly: boolean;
}) {
  const words = useCopyWords();
  const dates = useDates();
  const { check } = desk;
  const { isWaiting, found, showsNotes } = useCheckState(check);
  const notes = found.filter(({ severity }) => severity === 'info').length;
  const shown = showsNotes ? found : found.filter(({ severity }) => severity !== 'info');
  const safe = safeCount(found);
  if (isWaiting) return <p className="panel-empty">{words.waiting}</p>;
  return (
    <div className="panel-form">
      {safe > 0 && !isReadOnly && (
        <button type="button" className="ghost-button" onClick={desk.fixAllSafe}>
          {words.allSafe(dates.number(safe))}
        </button>
      )}
      {shown.length === 0 && (
        <p className="panel-empty">{notes > 0 ? words.noneShown : words.none}</p>
      )}
      <FindingList label={words.tab} found={shown} desk={desk} isReadOnly={isReadOnly} />
      {notes > 0 && (
        <label className="findings__notes">
          <input
            type="checkbox"
            checked={showsNotes}
            onChange={() => check.showNotes(!showsNotes)}
          />
          {words.notes(dates.number(notes))}
        </label>
      )}
      {shown.length > 0 && (
        <p className="panel-empty findings__keys">
          <WithKeys text={words.panelKeys} />
        </p>
      )}
      <UnknownList desk={desk} isReadOnly={isReadOnly} />
      <LetPass desk={desk} isReadOnly={isReadOnly} />
    </div>
  );
}

function LetPass({ desk, isReadOnly }: { desk: CopyDeskActions; isReadOnly: boolean }) {
  const words = useCopyWords();
  if (desk.waivers.length === 0) return null;
  return (
    <details className="findings__passed">
      <summary>{words.letPass}</summary>
      <ul>
        {desk.waivers.map((one) => (
          <li key={one.id}>
            <span>
              <bdi>{named(one.text)}</bdi>
              {one.reason !== null && <small dir="auto">{one.reason}</small>}
            </span>
            {!isReadOnly && (
              <button type="button" className="text-button" onClick={() => desk.pointOutAgain(one)}>
                {words.again}
              </button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
