/**
 * `npm run bench:search -- [--set FILE]… [--archive FILE] [--stories 10000,100000] [--served]`
 *
 * How well search answers: MRR@10 and recall@10 on files of questions (`--set`, of the shape of
 * bench/search/sets.mjs) and on the headlines of an archive (`--archive`, JSONL as for import), beside
 * FTS5's own tokeniser and PostgreSQL's `arabic`. And how fast: build, size and time of a search at
 * each number of `--stories` of 3,000 characters; `--served` also asks a whole server over HTTP.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { FtsIndex } from '../src/store/search/fts-index.ts';
import { inventedStories, searchesIn, stretchedStories } from './search/archive.mjs';
import { indexed, judge, ours, plainFts5, postgresArabic } from './search/engines.mjs';
import { served } from './search/served.mjs';
import { headlineSets, readArchive, readSet } from './search/sets.mjs';

const { values: options } = parseArgs({
  options: {
    set: { type: 'string', multiple: true, default: [] },
    archive: { type: 'string' },
    stories: { type: 'string', default: '10000' },
    headlines: { type: 'string', default: '2000' },
    served: { type: 'boolean', default: false },
  },
});
const scratch = mkdtempSync(join(tmpdir(), 'matbaa-bench-search-'));
const archive = options.archive === undefined ? null : readArchive(options.archive);
const ms = (time) => `${time.toFixed(2)} ms`;

try {
  const sets = [
    ...options.set.map(readSet),
    ...(archive === null ? [] : headlineSets(archive, Number(options.headlines))),
  ];
  let engines = [];
  let documents = null;
  for (const set of sets) {
    if (set.documents !== documents) {
      for (const engine of engines) await engine.close();
      documents = set.documents;
      engines = [
        await ours(documents, scratch),
        await plainFts5(documents),
        await postgresArabic(documents),
      ].filter((engine) => engine !== null);
    }
    console.log(`\n${set.name}: ${set.queries.length} questions, ${documents.length} documents`);
    for (const engine of engines) {
      const { mrr, recall, p50, p95 } = await judge(engine, set.queries);
      console.log(
        `  ${engine.name.padEnd(18)} MRR@10 ${mrr.toFixed(3)}  R@10 ${recall.toFixed(3)}  p50 ${ms(p50)}  p95 ${ms(p95)}`,
      );
    }
  }
  for (const engine of engines) await engine.close();
  for (const count of options.stories.split(',').map(Number)) {
    if (!(count > 0)) continue;
    await measureSpeed(count);
    if (options.served) await served(storiesOf(count), count, scratch);
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function storiesOf(count) {
  return archive === null ? inventedStories(count) : stretchedStories(archive, count);
}

async function measureSpeed(count) {
  const file = join(scratch, `speed-${count}.sqlite`);
  const index = new FtsIndex(file);
  const sample = [];
  let waiting = [];
  let id = 0;
  const begun = performance.now();
  for (const story of storiesOf(count)) {
    id += 1;
    if (id % Math.ceil(count / 500) === 0) sample.push(story);
    waiting.push(indexed(story, id));
    if (waiting.length < 200) continue;
    await index.apply(waiting, [], {});
    waiting = [];
  }
  await index.apply(waiting, [], {});
  const seconds = (performance.now() - begun) / 1000;
  const { bytes } = await index.size();
  console.log(
    `\n${count} stories: built in ${seconds.toFixed(1)} s (${Math.round(count / seconds)}/s), ${Math.round(bytes / 1e6)} MB`,
  );
  const first = performance.now();
  const now = Date.now();
  await index.search({ query: 'كلمة', limit: 20, now });
  console.log(`  first search (reads the vocabulary): ${ms(performance.now() - first)}`);
  const times = [];
  const begunAsking = performance.now();
  const searches = searchesIn(sample, 1000);
  for (const query of searches) {
    const at = performance.now();
    await index.search({ query, limit: 20, now });
    times.push(performance.now() - at);
  }
  const total = (performance.now() - begunAsking) / 1000;
  times.sort((a, b) => a - b);
  console.log(
    `  two to four words, no two searches alike: p50 ${ms(times[500])}, p95 ${ms(times[950])}, p99 ${ms(times[990])}, ${Math.round(searches.length / total)}/s in one thread`,
  );
  await index.close();
  for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true });
}
