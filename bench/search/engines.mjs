/** Three ways to search the same documents; each gives the ids of the best ten. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { FtsIndex } from '../../src/store/search/fts-index.ts';
import { findPostgres } from '../../src/store/testing/postgres-binaries.ts';
import { startPostgres } from '../../src/store/testing/postgres-server.ts';

const batch = 200;
const now = Date.now();

/** What the index is given for a document of a bench. */
export function indexed(document, id) {
  return {
    id,
    headline: document.title ?? '',
    body: document.text,
    at: now - id * 60_000,
    day: '2021-07-24',
    sectionId: null,
    topicIds: [],
    personIds: [],
  };
}

export async function ours(documents, scratch) {
  const file = join(scratch, 'ours.sqlite');
  const index = new FtsIndex(file);
  for (let start = 0; start < documents.length; start += batch)
    await index.apply(
      documents.slice(start, start + batch).map((one, i) => indexed(one, start + i + 1)),
      [],
      {},
    );
  await index.search({ query: 'كلمة', limit: 10, now });
  return {
    name: 'Matbaa',
    async ask(query) {
      const { matches } = await index.search({ query, limit: 10, now });
      return matches.map(({ id }) => documents[id - 1].id);
    },
    async close() {
      await index.close();
      for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true });
    },
  };
}

/** SQLite FTS5 as it comes: `unicode61`, any word, BM25. */
export async function plainFts5(documents) {
  const database = new DatabaseSync(':memory:');
  database.exec('CREATE VIRTUAL TABLE docs USING fts5(title, text)');
  const add = database.prepare('INSERT INTO docs (rowid, title, text) VALUES (?, ?, ?)');
  database.exec('BEGIN');
  documents.forEach((one, i) => {
    add.run(i + 1, one.title ?? '', one.text);
  });
  database.exec('COMMIT');
  const select = database.prepare(
    'SELECT rowid AS id FROM docs WHERE docs MATCH ? ORDER BY rank LIMIT 10',
  );
  return {
    name: 'FTS5 unicode61',
    async ask(query) {
      const words = query.match(/[\p{L}\p{N}\p{M}]+/gu);
      if (words === null) return [];
      const rows = select.all(words.map((word) => `"${word}"`).join(' OR '));
      return rows.map(({ id }) => documents[id - 1].id);
    },
    async close() {
      database.close();
    },
  };
}

/** PostgreSQL with its Arabic (Snowball) configuration, any word, `ts_rank`; null without a server. */
export async function postgresArabic(documents) {
  const found = findPostgres();
  if (found === null) return null;
  const server = await startPostgres(found);
  const client = new pg.Client({ connectionString: `${server.url}/postgres` });
  await client.connect();
  await client.query('CREATE TABLE docs (id int, terms tsvector)');
  for (let start = 0; start < documents.length; start += batch) {
    const some = documents.slice(start, start + batch);
    await client.query(
      "INSERT INTO docs SELECT id, to_tsvector('arabic', text) FROM unnest($1::int[], $2::text[]) AS t(id, text)",
      [
        some.map((_, i) => start + i),
        some.map((one) => `${one.title ?? ''}\n${one.text}`.replaceAll('\u0000', '')),
      ],
    );
  }
  await client.query('CREATE INDEX ON docs USING gin (terms)');
  return {
    name: 'PostgreSQL arabic',
    async ask(query) {
      // Any word: «and» of all would find next to nothing for a question in full.
      const { rows } = await client.query(
        `SELECT id FROM docs, (SELECT replace(plainto_tsquery('arabic', $1)::text, '&', '|')::tsquery AS q) AS asked
         WHERE terms @@ q ORDER BY ts_rank(terms, q, 1) DESC, id LIMIT 10`,
        [query.replaceAll('\u0000', '')],
      );
      return rows.map(({ id }) => documents[id].id);
    },
    async close() {
      await client.end();
      await server.stop();
    },
  };
}

/** Mean reciprocal rank and recall of the first ten, and the time of one question. */
export async function judge(engine, queries) {
  let mrr = 0;
  let found = 0;
  const times = [];
  for (const { query, relevant } of queries) {
    const begun = performance.now();
    const ids = await engine.ask(query);
    times.push(performance.now() - begun);
    const rank = ids.findIndex((id) => relevant.includes(id)) + 1;
    if (rank === 0) continue;
    mrr += 1 / rank;
    found += 1;
  }
  times.sort((a, b) => a - b);
  return {
    mrr: mrr / queries.length,
    recall: found / queries.length,
    p50: times[times.length >> 1] ?? 0,
    p95: times[Math.floor(times.length * 0.95)] ?? 0,
  };
}
