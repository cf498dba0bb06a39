import { rangeTerms } from './day-terms.ts';
import type { ParsedQuery } from './parse-query.ts';
import type { SearchFilters } from './search-index.ts';

/**
 * Expressions of FTS5 for parts of a query. Every term stands in quotes and holds only letters,
 * digits and marks, so that no operator of FTS5 can be typed.
 */

const inWords = '{head body} : ';
const inFacets = '{facets} : ';
const quote = (term: string): string => `"${term}"`;

/** Puts an expression into what must stand round it. */
export type Frame = (words: string) => string;

/** Stories with any of the stems. */
export function anyOf(stems: readonly string[]): string {
  return `(${inWords}(${stems.map(quote).join(' OR ')}))`;
}

/** Stories with the stem in their headline. */
export function inHead(stem: string): string {
  return `{head} : ${quote(stem)}`;
}

/** Stories with any of the stems in their headline. */
export function anyInHead(stems: readonly string[]): string {
  return `({head} : (${stems.map(quote).join(' OR ')}))`;
}

export function allOf(expressions: readonly string[]): string {
  return expressions.length === 1 ? (expressions[0] ?? '') : `(${expressions.join(' AND ')})`;
}

export function someOf(expressions: readonly string[]): string {
  return expressions.length === 1 ? (expressions[0] ?? '') : `(${expressions.join(' OR ')})`;
}

/** Stories with the stems one after another. */
export function inOrder(stems: readonly string[]): string {
  return `(${inWords}${quote(stems.join(' '))})`;
}

/** A term of {@link facetTerms}; those of a kind begin with the same letter. */
export const facets = {
  section: (id: number): string => `s${id}`,
  topic: (id: number): string => `t${id}`,
  person: (id: number): string => `p${id}`,
  /** In the index letters' case is lost, and a term is letters and digits only. */
  author: (id: string): string => `a${Buffer.from(id).toString('hex')}`,
  state: (state: string): string => `w${state}`,
};

function filterExpressions(filters: SearchFilters): string[] {
  const wanted: string[][] = [];
  if (filters.sectionId !== undefined) wanted.push([facets.section(filters.sectionId)]);
  if (filters.topicId !== undefined) wanted.push([facets.topic(filters.topicId)]);
  if (filters.personId !== undefined) wanted.push([facets.person(filters.personId)]);
  if (filters.authorId !== undefined) wanted.push([facets.author(filters.authorId)]);
  if (filters.states !== undefined) wanted.push(filters.states.map(facets.state));
  const days = rangeTerms(filters.from, filters.to);
  if (days !== null) wanted.push(days);
  // A range that ends before it begins holds no day, and «none» is no facet.
  return wanted.map((terms) => {
    const some = terms.length > 0 ? terms : ['none'];
    return `(${inFacets}(${some.map(quote).join(' OR ')}))`;
  });
}

/**
 * What stands round every expression of one query: its phrases and filters are required, its
 * excluded words refused. Null where it has none of these.
 */
export function framed(
  query: Pick<ParsedQuery, 'phrases' | 'excluded'>,
  filters: SearchFilters,
): Frame | null {
  const required = [...query.phrases.map(inOrder), ...filterExpressions(filters)];
  const refused = query.excluded.map((stems) => inOrder(stems));
  if (required.length === 0 && refused.length === 0) return null;
  return (words) => {
    const wanted = allOf([words, ...required]);
    return refused.length === 0 ? wanted : `(${wanted} NOT ${someOf(refused)})`;
  };
}
