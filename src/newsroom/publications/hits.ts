import { LRUCache } from 'lru-cache';
import { analyse } from '../../arabic/analyse.ts';
import { newestChange } from '../../store/changes.ts';
import { prepared, type SlotOf } from '../../store/prepared.ts';
import type { Db } from '../../store/schema.ts';
import { hashOf } from '../../store/search/forward.ts';

const selectHits = (db: Db) =>
  db
    .selectFrom('publications')
    .leftJoin('sections', 'sections.id', 'publications.section_id')
    .select([
      'publications.story_id',
      'publications.status',
      'publications.slug',
      'publications.headline',
      'publications.published_at',
      'sections.id as section_id',
      'sections.slug as section_slug',
      'sections.name as section_name',
    ]);

/** As many as a page of hits shows. */
const slots = Array.from({ length: 20 }, (_, i) => String(i));
const fewHits = prepared((db, slot: SlotOf<Record<string, number>>) =>
  selectHits(db).where('publications.story_id', 'in', slots.map(slot)),
);

/** What a list of hits shows of each story that readers may see, by id. */
export async function readHits(db: Db, ids: readonly number[]) {
  const rows =
    ids.length > slots.length
      ? await selectHits(db)
          .where('publications.story_id', 'in', [...ids])
          .execute()
      : // No story has the number 0.
        await fewHits(db, Object.fromEntries(slots.map((name, i) => [name, ids[i] ?? 0])));
  // Asked for the status as well, SQLite would rather walk its index of every live story.
  const live = rows.filter((row) => row.status === 'live');
  return new Map(live.map((row) => [row.story_id, row]));
}

type HitRow = Awaited<ReturnType<typeof readHits>> extends Map<number, infer Row> ? Row : never;

/** What a list of hits shows of a story. */
export interface KeptHit {
  row: HitRow;
  /** Of each word of the headline: signed hash of its stem, start, end. */
  words: Int32Array;
  /** The newest change when the row was read. */
  asOf: number;
}

const mostKept = 10_000;
const longestHeadline = 500;
const keptBy = new WeakMap<object, LRUCache<number, KeptHit>>();

/**
 * What a list of hits shows of each story that readers may see, by id. Rows that were read since the
 * last change of anything public are not read again.
 */
export async function hitsOf(db: Db, ids: readonly number[]): Promise<Map<number, KeptHit>> {
  const kept = keptOf(db);
  // Asked first: a change that comes between is not missed, the rows are only read once more.
  const asOf = await newestChange(db);
  const found = new Map<number, KeptHit>();
  const missing: number[] = [];
  for (const id of ids) {
    const hit = kept.get(id);
    if (hit?.asOf === asOf) found.set(id, hit);
    else missing.push(id);
  }
  if (missing.length === 0) return found;
  for (const [id, row] of await readHits(db, missing)) {
    const before = kept.peek(id);
    const words = before?.row.headline === row.headline ? before.words : wordsOf(row.headline);
    const hit = { row, words, asOf };
    kept.set(id, hit);
    found.set(id, hit);
  }
  return found;
}

function keptOf(db: Db): LRUCache<number, KeptHit> {
  // Transactions come and go; the adapter stays as long as the database is open.
  const { adapter } = db.getExecutor();
  let kept = keptBy.get(adapter);
  if (kept === undefined) {
    kept = new LRUCache({ max: mostKept });
    keptBy.set(adapter, kept);
  }
  return kept;
}

/** With a sign it is a small integer to V8, which a set finds far sooner. */
const signedHash = (stem: string): number => hashOf(stem) | 0;

const wordsOf = (headline: string): Int32Array =>
  Int32Array.from(
    analyse(headline.slice(0, longestHeadline)).flatMap(({ stem, start, end }) => [
      signedHash(stem),
      start,
      end,
    ]),
  );

export const hashesOf = (stems: readonly string[]): ReadonlySet<number> =>
  new Set(stems.map(signedHash));

/**
 * Where the headline has one of the stems: [start, end) UTF-16 ranges.
 * @param wanted from {@link hashesOf}
 */
export function marksIn({ words }: KeptHit, wanted: ReadonlySet<number>): [number, number][] {
  const marks: [number, number][] = [];
  for (let i = 0; i < words.length; i += 3)
    if (wanted.has(words[i] ?? 0)) marks.push([words[i + 1] ?? 0, words[i + 2] ?? 0]);
  return marks;
}
