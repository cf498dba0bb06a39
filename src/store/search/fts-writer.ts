import type { DatabaseSync } from 'node:sqlite';
import { type AnalysedWord, analyse } from '../../arabic/analyse.ts';
import { dayTerms } from './day-terms.ts';
import { packWords } from './forward.ts';
import { facets } from './fts-expression.ts';
import { inWriting } from './fts-tables.ts';
import type { IndexedStory, IndexProgress } from './search-index.ts';
import { packText, StoredText } from './stored-text.ts';

/** What a batch does to the counts of stems and forms. */
interface Counts {
  stories: number;
  words: number;
  stems: Map<string, number>;
  forms: Map<string, { stem: string; written: string; by: number }>;
}

const marksAndTatweel = /[\u0640\u064b-\u065f\u0670\p{Cf}]/gu;
const longestForm = 40;

function count(counts: Counts, text: string, words: readonly AnalysedWord[], by: 1 | -1): void {
  counts.stories += by;
  counts.words += by * words.length;
  const stems = new Set<string>();
  const forms = new Set<string>();
  for (const { term, stem, start, end } of words) {
    if (!stems.has(stem)) {
      stems.add(stem);
      counts.stems.set(stem, (counts.stems.get(stem) ?? 0) + by);
    }
    if (forms.has(term) || term.length > longestForm) continue;
    forms.add(term);
    const known = counts.forms.get(term);
    if (known !== undefined) known.by += by;
    else {
      const written = text.slice(start, end).replace(marksAndTatweel, '');
      counts.forms.set(term, { stem, written, by });
    }
  }
}

/** Puts stories into the tables and takes them out, in one transaction. */
export function applyTo(
  db: DatabaseSync,
  put: readonly IndexedStory[],
  remove: readonly number[],
  progress: IndexProgress,
): void {
  const counts: Counts = { stories: 0, words: 0, stems: new Map(), forms: new Map() };
  const before = db.prepare('SELECT headline, text FROM texts WHERE id = ?');
  const drop = db.prepare('DELETE FROM stories WHERE id = ?');
  const dropText = db.prepare('DELETE FROM texts WHERE id = ?');
  const dropTerms = db.prepare('DELETE FROM terms WHERE rowid = ?');
  const add = db.prepare('INSERT INTO stories (id, at, words) VALUES (?, ?, ?)');
  const addText = db.prepare('INSERT INTO texts (id, headline, text) VALUES (?, ?, ?)');
  const addTerms = db.prepare('INSERT INTO terms (rowid, head, body, facets) VALUES (?, ?, ?, ?)');
  const takeOut = (id: number): void => {
    const row = before.get(id);
    if (row === undefined) return;
    const text = `${row.headline}\n${new StoredText(row.text).whole}`;
    count(counts, text, analyse(text), -1);
    drop.run(id);
    dropText.run(id);
    dropTerms.run(id);
  };
  inWriting(db, () => {
    for (const id of remove) takeOut(id);
    for (const story of put) {
      takeOut(story.id);
      const head = analyse(story.headline);
      const body = analyse(story.body);
      const shift = story.headline.length + 1;
      const shifted = body.map((word) => ({
        ...word,
        start: word.start + shift,
        end: word.end + shift,
      }));
      count(counts, `${story.headline}\n${story.body}`, [...head, ...shifted], 1);
      add.run(story.id, story.at, packWords(head, body));
      addText.run(story.id, story.headline, packText(story.body, body));
      addTerms.run(story.id, stemsOf(head), stemsOf(body), facetsOf(story));
    }
    if (put.length > 0 || remove.length > 0) writeCounts(db, counts);
    if (progress.followedTo !== undefined)
      db.prepare('UPDATE progress SET change_id = ?').run(progress.followedTo);
    if (progress.builtTo !== undefined)
      db.prepare('UPDATE progress SET built_to = ?').run(progress.builtTo);
  });
}

const stemsOf = (words: readonly AnalysedWord[]): string =>
  words.map((word) => word.stem).join(' ');

function facetsOf(story: IndexedStory): string {
  return [
    ...(story.sectionId === null ? [] : [facets.section(story.sectionId)]),
    ...story.topicIds.map(facets.topic),
    ...story.personIds.map(facets.person),
    ...(story.authorId === undefined ? [] : [facets.author(story.authorId)]),
    ...(story.state === undefined ? [] : [facets.state(story.state)]),
    ...dayTerms(story.day),
  ].join(' ');
}

function writeCounts(db: DatabaseSync, counts: Counts): void {
  const stem = db.prepare(
    'INSERT INTO stems (stem, stories) VALUES (?, ?) ON CONFLICT (stem) DO UPDATE SET stories = stories + excluded.stories',
  );
  const form = db.prepare(
    'INSERT INTO forms (form, stem, stories, written) VALUES (?, ?, ?, ?) ON CONFLICT (form) DO UPDATE SET stories = stories + excluded.stories',
  );
  for (const [name, by] of counts.stems) if (by !== 0) stem.run(name, by);
  for (const [name, { stem: of, written, by }] of counts.forms)
    if (by !== 0) form.run(name, of, by, written);
  db.prepare(
    'UPDATE progress SET stories = stories + ?, words = words + ?, generation = generation + 1',
  ).run(counts.stories, counts.words);
}
