import { looseStem, tokenise } from '../arabic/tokens.ts';

/** The words of a text as the index keeps them, and their stems, each parted by spaces. */
export function indexTerms(text: string): { words: string; stems: string } {
  const words: string[] = [];
  const stems: string[] = [];
  for (const { term } of tokenise(text)) {
    words.push(term);
    stems.push(looseStem(term));
  }
  return { words: words.join(' '), stems: stems.join(' ') };
}

const mostTerms = 24;

/**
 * An FTS5 query for what a reader typed: every word (or its stem), or any of them.
 * Every term is quoted, so no operator of FTS5 can be typed. Null when there is no word in it.
 */
export function ftsQuery(typed: string, joined: 'AND' | 'OR'): string | null {
  const terms = [...new Set(tokenise(typed).map(({ term }) => term))].slice(0, mostTerms);
  if (terms.length === 0) return null;
  return terms
    .map((term) => {
      const stem = looseStem(term);
      return `({headline body} : "${term}" OR {stems} : "${stem}")`;
    })
    .join(` ${joined} `);
}
