import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { PassThrough, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { z } from 'zod';
import { findStatedDate } from '../arabic/stated-date.ts';
import { Refusal } from '../newsroom/errors.ts';
import { inTransaction, type Newsroom, type Work } from '../newsroom/newsroom.ts';
import { ensureSectionIn } from '../newsroom/sections/sections.ts';
import { readSettings } from '../newsroom/settings/read.ts';
import { paragraphOf } from '../newsroom/stories/body.ts';
import { performActionIn } from '../newsroom/stories/perform.ts';
import { createStoryIn } from '../newsroom/stories/write.ts';
import type { Actor } from '../newsroom/users/roles.ts';
import { instantOf } from './instant.ts';

/** One line of the bulk format: an object per story. */
const lineSchema = z.object({
  id: z.union([z.string().trim().min(1).max(300), z.number()]).transform(String),
  section: z.string().trim().max(80).nullish(),
  title: z.string().trim().min(1, 'no title').max(400, 'a title of over 400 characters'),
  time: z.string().trim().min(1, 'no time'),
  abstract: z.string().max(2000).nullish(),
  text: z.string().trim().min(1, 'no text').max(2_000_000),
});
type Line = z.infer<typeof lineSchema>;

export interface ImportReport {
  read: number;
  imported: number;
  /** Ids that were there already. */
  known: number;
  refused: { line: number; id: string | null; why: string }[];
}

const batchSize = 200;
/** Longer than any honest story; what follows would only fill the memory. */
const longestLine = 8 * 1024 * 1024;

/** Opens a file, or standard input for `-`, unpacking gzip by its first bytes. */
export async function openJsonl(file: string): Promise<Readable> {
  const raw: Readable = file === '-' ? process.stdin : createReadStream(file);
  const first = await firstChunk(raw);
  const through = new PassThrough();
  if (first !== null) through.write(first);
  raw.on('error', (error) => through.destroy(error));
  raw.pipe(through);
  if (first === null || first[0] !== 0x1f || first[1] !== 0x8b) return through;
  const unpacked = createGunzip();
  through.on('error', (error) => unpacked.destroy(error));
  return through.pipe(unpacked);
}

function firstChunk(stream: Readable): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    const onReadable = (): void => {
      const chunk: unknown = stream.read();
      if (chunk === null) return;
      done();
      resolve(Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk)));
    };
    const onEnd = (): void => {
      done();
      resolve(null);
    };
    const onError = (error: Error): void => {
      done();
      reject(error);
    };
    const done = (): void => {
      stream.off('readable', onReadable);
      stream.off('end', onEnd);
      stream.off('error', onError);
    };
    stream.on('readable', onReadable);
    stream.on('end', onEnd);
    stream.on('error', onError);
  });
}

/**
 * Imports stories, a batch a transaction. Every id is taken once, so a run that was
 * cut short is resumed by running it again. Lines that cannot be taken are reported,
 * never guessed at. `onProgress` hears the number of lines read so far.
 */
export async function importJsonl(
  newsroom: Newsroom,
  actor: Actor,
  input: Readable,
  options: { publish: boolean },
  onProgress: (read: number) => void = () => {},
): Promise<ImportReport> {
  const report: ImportReport = { read: 0, imported: 0, known: 0, refused: [] };
  const { timeZone } = await readSettings(newsroom.store.read);
  let batch: Taken[] = [];
  const flush = async (): Promise<void> => {
    if (batch.length === 0) return;
    const { imported, known } = await importBatch(newsroom, actor, batch, options.publish, report);
    report.imported += imported;
    report.known += known;
    batch = [];
    onProgress(report.read);
  };
  // readline alone would lose an error of the stream that it reads.
  let failure: Error | null = null;
  input.on('error', (error) => {
    failure = error;
  });
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (text.trim() === '') continue;
    report.read += 1;
    const taken = parseLine(text, report.read, timeZone, newsroom.now());
    if ('why' in taken) report.refused.push(taken);
    else batch.push(taken);
    if (batch.length >= batchSize) await flush();
  }
  await flush();
  if (failure !== null)
    throw new Refusal(
      400,
      'تعذّرت قراءة الملف إلى آخره.',
      `The input could not be read to its end (${(failure as Error).message}). What was read is imported; mend the file and run the command again.`,
    );
  return report;
}

function parseLine(
  text: string,
  line: number,
  timeZone: string,
  now: number,
): Taken | { line: number; id: string | null; why: string } {
  if (text.length > longestLine) return { line, id: null, why: 'a line of over 8 MB' };
  let value: unknown;
  try {
    value = JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  } catch {
    return { line, id: null, why: 'not JSON' };
  }
  const parsed = lineSchema.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const id = z.object({ id: z.union([z.string(), z.number()]) }).safeParse(value);
    const why = `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not valid'}`;
    return { line, id: id.success ? String(id.data.id) : null, why };
  }
  const story = parsed.data;
  const at = timeOf(story.time, timeZone);
  if (at === null)
    return { line, id: story.id, why: `time: cannot read "${story.time.slice(0, 40)}"` };
  if (at > now) return { line, id: story.id, why: 'time: lies in the future' };
  return { line, story, at };
}

/** ISO, or any full date that Arabic papers write («17/05/2015», «24 تموز 2021»). */
function timeOf(time: string, timeZone: string): number | null {
  const iso = instantOf(time, timeZone);
  if (iso !== null || time.length > 200) return iso;
  const stated = findStatedDate(time);
  if (stated === null) return null;
  return instantOf(stated.time === null ? stated.date : `${stated.date}T${stated.time}`, timeZone);
}

interface Taken {
  line: number;
  story: Line;
  at: number;
}

/** Ends a batch's transaction because of one line. */
class RefusedLine extends Error {
  readonly taken: Taken;
  readonly refusal: Refusal;
  constructor(taken: Taken, refusal: Refusal) {
    super(refusal.hint);
    this.taken = taken;
    this.refusal = refusal;
  }
}

/** Imports a batch whole; a line that the newsroom refuses is reported and the others tried again. */
async function importBatch(
  newsroom: Newsroom,
  actor: Actor,
  batch: readonly Taken[],
  publish: boolean,
  report: ImportReport,
): Promise<{ imported: number; known: number }> {
  let left = batch;
  for (;;) {
    try {
      return await inTransaction(newsroom, actor, (work) => importAll(work, left, publish), {
        bulk: true,
      });
    } catch (error) {
      if (!(error instanceof RefusedLine)) throw error;
      const { taken, refusal } = error;
      report.refused.push({ line: taken.line, id: taken.story.id, why: refusal.hint });
      left = left.filter((one) => one !== taken);
    }
  }
}

async function importAll(
  work: Work,
  batch: readonly Taken[],
  publish: boolean,
): Promise<{ imported: number; known: number }> {
  if (batch.length === 0) return { imported: 0, known: 0 };
  const rows = await work.tx
    .selectFrom('stories')
    .select('origin')
    .where(
      'origin',
      'in',
      batch.map(({ story }) => originOf(story)),
    )
    .execute();
  const seen = new Set(rows.map((row) => row.origin));
  const sections = new Map<string, number>();
  let imported = 0;
  for (const taken of batch) {
    const origin = originOf(taken.story);
    if (seen.has(origin)) continue;
    seen.add(origin);
    try {
      await importOne(work, taken.story, taken.at, publish, sections);
    } catch (error) {
      throw error instanceof Refusal ? new RefusedLine(taken, error) : error;
    }
    imported += 1;
  }
  return { imported, known: batch.length - imported };
}

const originOf = (story: Line): string => `jsonl:${story.id}`;

async function importOne(
  work: Work,
  story: Line,
  at: number,
  publish: boolean,
  sections: Map<string, number>,
): Promise<void> {
  const name = story.section?.trim() ?? '';
  let sectionId: number | null = null;
  if (name !== '') {
    sectionId = sections.get(name) ?? (await ensureSectionIn(work, { name })).id;
    sections.set(name, sectionId);
  }
  const abstract = story.abstract?.trim() ?? '';
  const paragraphs = story.text.split(/\r?\n/).filter((text) => text.trim() !== '');
  const draft = await createStoryIn(work, {
    origin: originOf(story),
    createdAt: at,
    content: {
      headline: story.title,
      // Many exports repeat the first paragraph as the abstract; a page needs it once.
      standfirst: abstract === '' || story.text.startsWith(abstract) ? null : abstract,
      body: { type: 'doc', content: paragraphs.map(paragraphOf) },
      sectionId,
    },
  });
  if (publish) await performActionIn(work, draft, { id: draft.id, action: 'publishAtOnce', at });
}
