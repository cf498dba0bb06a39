import Papa from 'papaparse';
import { z } from 'zod';
import { invalid } from '../errors.ts';
import type { Entry } from './lexicon.ts';

export const lexiconFormats = ['csv', 'json'] as const;
export type LexiconFormat = (typeof lexiconFormats)[number];

const columns = ['right', 'variants', 'kind', 'note'] as const;
/** Between the variants of one cell; no word holds it. */
const between = '|';

/** The lexicon as a file that {@link readLexiconFile} takes back. */
export function lexiconFile(entries: readonly Entry[], format: LexiconFormat): string {
  const rows = entries.map(({ right, variants, kind, note }) => ({ right, variants, kind, note }));
  if (format === 'json') return `${JSON.stringify(rows, null, 2)}\n`;
  const cells = rows.map((row) => ({ ...row, variants: row.variants.join(between) }));
  // Spreadsheets take a file for UTF-8 by its mark, and a cell that begins so for a formula.
  return `\ufeff${Papa.unparse({ fields: [...columns], data: cells }, { escapeFormulae: true })}\r\n`;
}

/**
 * The words of a file, not yet checked one by one.
 * @throws Refusal (400) for what is no such file
 */
export function readLexiconFile(text: string, format: LexiconFormat): unknown[] {
  const bare = text.startsWith('\ufeff') ? text.slice(1) : text;
  return format === 'json' ? fromJson(bare) : fromCsv(bare);
}

function fromJson(text: string): unknown[] {
  try {
    return z.array(z.unknown()).parse(JSON.parse(text));
  } catch {
    throw invalid(
      'ليس هذا ملفّ معجم: نتوقّع قائمة JSON.',
      'This is no lexicon: a JSON array is expected.',
    );
  }
}

function fromCsv(text: string): unknown[] {
  const { data, meta } = Papa.parse<Record<string, string>>(text, {
    header: true,
    skipEmptyLines: 'greedy',
    transformHeader: (header) => header.trim().toLowerCase(),
  });
  if (meta.fields?.includes('right') !== true)
    throw invalid(
      'ليس هذا ملفّ معجم: ينقصه العمود right.',
      'This is no lexicon: it lacks the column "right".',
    );
  return data.map(({ right, variants, kind, note }) => ({
    right: right ?? '',
    variants: (variants ?? '')
      .split(between)
      .map((one) => one.trim())
      .filter(Boolean),
    ...(kind?.trim() ? { kind: kind.trim() } : {}),
    note: note?.trim() ? note : null,
  }));
}
