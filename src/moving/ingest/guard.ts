import { UnreadablePage } from './page.ts';

export const LONGEST_PAGE = 5_000_000;
/** More odd characters than this are no text in a wrong encoding but something else. */
const MOST_ODD = 0.01;

/** Control characters that texts do not hold, and what decoders put for bytes they cannot read. */
const odd = /(?!\s|\u0085)\p{Cc}|\ufffd/gu;

/**
 * Refuses what cannot be the text or HTML of a page, before anything else looks at it.
 *
 * @throws UnreadablePage when the input is empty, binary, or longer than 5,000,000 characters.
 */
export function refuseUnreadable(input: string): void {
  if (input.length > LONGEST_PAGE)
    throw new UnreadablePage(
      `The page is longer than ${LONGEST_PAGE.toLocaleString('en')} characters: save the one article, not the whole site, and try again.`,
    );
  if (input.includes('\0'))
    throw new UnreadablePage(
      'The input is binary, not a page: save the page as HTML or as plain text in UTF-8 and try again.',
    );
  const odds = input.match(odd)?.length ?? 0;
  if (odds > 0 && odds > input.length * MOST_ODD)
    throw new UnreadablePage(
      'The input is not readable as UTF-8 text: save the page as HTML or as plain text in UTF-8 and try again.',
    );
  if (!/[\p{L}\p{N}]/u.test(input))
    throw new UnreadablePage(
      'The page is empty: give a file, or standard input, that holds the text or HTML of a news page.',
    );
}
