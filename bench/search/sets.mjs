/** Questions with known answers: from a file, or made of an archive's own headlines. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** A file `{documents: [{id, title, text}], queries: [{query, relevant: [id]}]}`. */
export function readSet(file) {
  const { documents, queries } = JSON.parse(readFileSync(file, 'utf8'));
  return { name: file.split('/').at(-1), documents, queries };
}

/** Stories of a JSONL archive (plain or gzip), as `matbaa import jsonl` takes it. */
export function readArchive(file) {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
    .filter((story) => story.text?.length > 200 && story.title?.length > 0);
}

const asTyped = (text) =>
  text
    .replace(/[أإآ]/g, 'ا')
    .replace(/ة/g, 'ه')
    .replace(/ى/g, 'ي')
    .replace(/ؤ/g, 'و')
    .replace(/ئ/g, 'ي');

/** Headlines as questions for bodies without their headlines; and their long words, typed carelessly. */
export function headlineSets(stories, count) {
  const documents = stories.map(({ id, text }) => ({ id: String(id), title: '', text }));
  const step = Math.max(1, Math.floor(stories.length / count));
  const chosen = stories.filter((_, i) => i % step === 0).slice(0, count);
  const queries = chosen.map(({ id, title }) => ({ query: title, relevant: [String(id)] }));
  const careless = queries.map(({ query, relevant }) => ({
    query: asTyped(query)
      .split(/[^\p{L}\p{M}]+/u)
      .filter((word) => word.length >= 5)
      .slice(0, 4)
      .join(' '),
    relevant,
  }));
  return [
    { name: 'headlines → bodies', documents, queries },
    {
      name: 'four long words, no hamza',
      documents,
      queries: careless.filter(({ query }) => query !== ''),
    },
  ];
}
