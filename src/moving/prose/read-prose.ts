import { CopyDesk } from '../../copydesk/check.ts';
import type { CopyContext, HouseStyle } from '../../copydesk/house-style.ts';
import { splitText } from '../../copydesk/plain-text.ts';
import type { Finding } from '../../copydesk/rule.ts';
import { isHtml } from '../ingest/html/html-lines.ts';
import { htmlProse } from './html-prose.ts';
import { markdownProse } from './markdown-prose.ts';
import { type ProseFormat, type ProseParagraph, placeInFile, plainProse } from './prose.ts';

/** What a file is, by its name, else by how it begins. */
export function formatOf(name: string, content: string): ProseFormat {
  if (/\.(?:md|markdown)$/i.test(name)) return 'markdown';
  if (/\.x?html?$/i.test(name)) return 'html';
  if (/\.(?:txt|text)$/i.test(name)) return 'text';
  return isHtml(content) ? 'html' : 'text';
}

/** The paragraphs of a file. */
export function proseOf(content: string, format: ProseFormat): ProseParagraph[] {
  if (format === 'html') return htmlProse(content);
  if (format === 'markdown') return markdownProse(content);
  return splitText(content).map(({ start, ...input }) => plainProse(input, start));
}

const escapeHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const asIs = (text: string): string => text;

/** Checks a file; findings have ranges of the file, and fixes keep its markup. */
export function checkProse(
  content: string,
  format: ProseFormat,
  style: HouseStyle,
  context: CopyContext,
): Finding[] {
  const paragraphs = proseOf(content, format);
  const encode = format === 'html' ? escapeHtml : asIs;
  return new CopyDesk(style, context).read(paragraphs).map(({ paragraph: index, ...finding }) => {
    const paragraph = paragraphs[index];
    if (paragraph === undefined) return finding;
    const fixes = finding.fixes.map((fix) => placeInFile(paragraph, finding, fix, content, encode));
    const { start, end } = placeInFile(paragraph, finding, '', content, encode);
    const whole = fixes.flatMap(({ fix }) => (fix === null ? [] : [fix]));
    return {
      ...finding,
      ...{ start, end, text: content.slice(start, end), fixes: whole },
      autofix: finding.autofix && fixes[0]?.fix !== null && fixes.length > 0,
    };
  });
}
