import { type FormEvent, useState } from 'react';
import { useMay } from '../../data/use-session.ts';
import { TextField } from '../parts/field.tsx';
import type { Found } from './story-check.ts';
import type { CopyDeskActions } from './use-copy-desk.ts';
import { type CopyWords, useCopyWords } from './words.ts';

const mostFixes = 4;

/** What a button says that puts a fix into the text. */
function fixLabel(fix: string, words: CopyWords): string {
  if (fix === '') return words.drop;
  // Signs and spaces say nothing of themselves on a button.
  return /[\p{L}\p{N}]/u.test(fix) && fix.length <= 40 ? words.write(fix) : words.mend;
}

/** What can be done with one finding; the first fix first. */
export function FindingActions(props: {
  found: Found;
  desk: CopyDeskActions;
  isReadOnly: boolean;
  /** Beside the text the key is named. */
  hint?: string;
}) {
  const { found, desk, isReadOnly, hint } = props;
  const words = useCopyWords();
  const may = useMay();
  const [isWaiving, setWaiving] = useState(false);
  if (isReadOnly) return null;
  const isWord = !/\s/.test(found.text.trim()) && /\p{L}/u.test(found.text);
  const isGate = found.gate;
  return (
    <div className="finding-actions">
      {found.fixes.slice(0, mostFixes).map((fix, index) => (
        <button
          key={fix}
          type="button"
          className="ghost-button ghost-button--small"
          onClick={() => desk.fix(found.id, index)}
        >
          <bdi>{fixLabel(fix, words)}</bdi>
          {index === 0 && hint !== undefined && <kbd dir="ltr">{hint}</kbd>}
        </button>
      ))}
      {!isGate && (
        <>
          <button type="button" className="text-button" onClick={() => desk.ignore(found, false)}>
            {words.ignoreHere}
          </button>
          <button type="button" className="text-button" onClick={() => desk.ignore(found, true)}>
            {words.ignoreInStory}
          </button>
        </>
      )}
      {isWord && may('style.edit') && (
        <button type="button" className="text-button" onClick={() => desk.addToLexicon(found)}>
          {words.add}
        </button>
      )}
      {isGate && may('style.waive') && !isWaiving && (
        <button type="button" className="text-button" onClick={() => setWaiving(true)}>
          {words.waive}
        </button>
      )}
      {isWaiving && <WaiveForm found={found} desk={desk} onDone={() => setWaiving(false)} />}
    </div>
  );
}

function WaiveForm(props: { found: Found; desk: CopyDeskActions; onDone: () => void }) {
  const { found, desk, onDone } = props;
  const words = useCopyWords();
  const [reason, setReason] = useState('');
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    event.stopPropagation();
    if (await desk.waive(found, reason.trim())) onDone();
  };
  return (
    <form className="finding-actions__waive" onSubmit={(event) => void send(event)}>
      <TextField
        label={words.reason}
        value={reason}
        onChange={setReason}
        maxLength={500}
        isFocused
      />
      <button
        type="submit"
        className="ghost-button ghost-button--small"
        disabled={reason.trim() === ''}
      >
        {words.waiveIt}
      </button>
    </form>
  );
}
