import { shortestWord, stemsOf } from './attached.ts';
import { familyOf } from './families.ts';
import type { CopyContext } from './house-style.ts';
import { bareOf, type Paragraph } from './paragraph.ts';
import type { Finding, Message } from './rule.ts';

/** A word that a dictionary may be asked about, as it is pointed out when that does not know it. */
export interface AskableWord extends Finding {
  /** Index of the paragraph in the story. */
  paragraph: number;
  /** As written, without tashkeel. */
  bare: string;
}

/** There is no such rule; by this name an unknown word is ignored in a story. */
export const unknownRule = 'unknown-word';
export const unknownMessage: Message = {
  ar: 'لا يعرف القاموس هذه الكلمة، ولم تتكرّر في أرشيف الصحيفة. تثبّت من كتابتها.',
  en: 'The dictionary does not know this word, nor does the archive repeat it. Check its spelling.',
};

/** A finding that is longer speaks of a sentence and not of its words. */
const longestFinding = 40;

/** The words of the newsroom's own entries, each by itself. */
export const ownWords = (entries: readonly { right: string }[]): ReadonlySet<string> =>
  new Set(entries.flatMap(({ right }) => right.split(/\s+/).map(bareOf)));

/**
 * The words of a story that nothing of ours knows yet. Left out are other scripts, quotations, links
 * and what else no rule touches, words that a finding marks already, and the house's own.
 */
export function wordsToAsk(
  paragraphs: readonly Paragraph[],
  findings: readonly { paragraph: number; start: number; end: number }[],
  own: ReadonlySet<string>,
  language: CopyContext['language'],
): AskableWord[] {
  return paragraphs.flatMap(({ text, words, protected: kept, quoted }, paragraph) => {
    const marked = findings.filter(
      (one) => one.paragraph === paragraph && one.end - one.start <= longestFinding,
    );
    return words
      .filter(
        (word) =>
          word.arabic &&
          word.bare.length >= shortestWord &&
          kept.at(word.start, word.end) === null &&
          quoted.at(word.start, word.end) === null &&
          !marked.some(({ start, end }) => start < word.end && end > word.start) &&
          !stemsOf(word.bare).some((stem) => own.has(stem)) &&
          familyOf(word) === null,
      )
      .map(({ start, end, bare }) => ({
        ...{ rule: unknownRule, family: 'unknown', severity: 'info', paragraph, start, end, bare },
        ...{ text: text.slice(start, end), message: unknownMessage[language] },
        ...{ fixes: [], autofix: false, gate: false },
      }));
  });
}
