import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { z } from 'zod';
import type { Paper } from './program.ts';

/** Pages that the tests take in, and what the `ingest` command answers. */

export const fixture = (name: string): string =>
  fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));
export const fixtureText = (name: string): string => readFileSync(fixture(name), 'utf8');

/** The contract of `matbaa ingest`. */
export const ingestedSchema = z.object({
  id: z.int().positive(),
  url: z.url(),
  headline: z.string().min(1),
  kicker: z.string().nullable(),
  deck: z.string().nullable(),
  dateline: z.object({ place: z.string().nullable(), outlet: z.string().nullable() }).nullable(),
  subheads: z.array(z.string()),
  paragraphs: z.array(z.string()),
  statedDate: z.string().nullable(),
  previousTitle: z.string().nullable(),
  nextTitle: z.string().nullable(),
  dropped: z.array(z.string()),
});
export type Ingested = z.infer<typeof ingestedSchema>;

/** A saved page in plain text. */
export const pageText = (headline: string, ...paragraphs: string[]): string =>
  [headline, 'سهل النخيل – بريد السهل', ...paragraphs].join('\n\n');

/** Takes a page in from standard input, beside the running server; fails the test if it is refused. */
export async function ingest(
  paper: Paper,
  page: string,
  options: { section?: string; date?: string; draft?: boolean } = {},
): Promise<Ingested> {
  const finished = await paper.run(
    [
      'ingest',
      '-',
      '--json',
      ...(options.section === undefined ? [] : ['--section', options.section]),
      ...(options.date === undefined ? [] : ['--date', options.date]),
      ...(options.draft === true ? [] : ['--publish']),
    ],
    page,
  );
  expect(finished.stderr).toBe('');
  expect(finished.code).toBe(0);
  return ingestedSchema.parse(JSON.parse(finished.stdout));
}
