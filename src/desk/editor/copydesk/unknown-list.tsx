import { WithKeys } from '../../parts/with-keys.tsx';
import { useDates } from '../../words/dates.ts';
import { useCheckState } from './check-context.tsx';
import { FindingList } from './finding-line.tsx';
import type { CopyDeskActions } from './use-copy-desk.ts';
import { useCopyWords } from './words.ts';

/** The words that nobody knows, out of the way until somebody looks; or how to have a dictionary. */
export function UnknownList({ desk, isReadOnly }: { desk: CopyDeskActions; isReadOnly: boolean }) {
  const words = useCopyWords();
  const dates = useDates();
  const { unknown, dictionary } = useCheckState(desk.check);
  if (dictionary === 'missing')
    return (
      <p className="panel-empty">
        <WithKeys text={words.noDictionary} />
      </p>
    );
  if (unknown.length === 0) return null;
  return (
    <details className="findings__passed">
      <summary>{words.unknown(dates.number(unknown.length))}</summary>
      <FindingList
        label={words.families.unknown}
        found={unknown}
        desk={desk}
        isReadOnly={isReadOnly}
      />
    </details>
  );
}
