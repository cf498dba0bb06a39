import { useDates } from '../../words/dates.ts';
import { type Found, markKind } from './story-check.ts';
import { type CopyWords, named, useCopyWords } from './words.ts';

/** Where in the story a finding stands. */
function whereOf({ place, block }: Found, words: CopyWords, number: (n: number) => string): string {
  if (place.in === 'field') return words.where[place.field];
  const n = number(block ?? 1);
  return place.in === 'caption' ? words.where.caption(n) : words.where.body(n);
}

/** What a finding is about, and where it stands. */
export function FindingHead({ found }: { found: Found }) {
  const words = useCopyWords();
  const dates = useDates();
  return (
    <>
      <b className={`finding-name finding-name--${markKind(found)}`}>
        {words.families[found.family]}
        {found.gate && <em>{words.gate}</em>}
      </b>
      <small>{whereOf(found, words, dates.number)}</small>
    </>
  );
}

/** One line of it: its words, or what is wrong where there are none to name. */
export const shortly = ({ text, message }: Found): string =>
  /[\p{L}\p{N}]/u.test(text) ? named(text) : message;

/** What is wrong, and what would be right. */
export function FindingText({ found }: { found: Found }) {
  const [fix] = found.fixes;
  const isShown = /[\p{L}\p{N}]/u.test(found.text) && found.text.length <= 80;
  return (
    <>
      {isShown && (
        <p className="finding-forms" dir="rtl">
          <bdi>{named(found.text)}</bdi>
          {fix !== undefined && fix.trim() !== '' && fix.length <= 80 && (
            <>
              <span aria-hidden> ← </span>
              <bdi className="finding-forms__right">«{fix}»</bdi>
            </>
          )}
        </p>
      )}
      <p className="finding-message">{found.message}</p>
    </>
  );
}
