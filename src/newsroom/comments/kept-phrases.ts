import { phraseFinder } from '../../arabic/phrases/phrase-finder.ts';
import type { Db } from '../../store/schema.ts';

/** Searches for the newspaper's own lists. */
export interface PhraseLists {
  banned: ReturnType<typeof phraseFinder>;
  suspect: ReturnType<typeof phraseFinder>;
}

/** The lists as they stand, made ready for searching once for each change of them. */
export class KeptPhrases {
  #seen = '';
  #lists: PhraseLists = { banned: phraseFinder([]), suspect: phraseFinder([]) };

  async read(db: Db): Promise<PhraseLists> {
    const rows = await db.selectFrom('phrases').select(['phrase', 'kind']).orderBy('id').execute();
    const seen = rows.map(({ phrase, kind }) => `${kind} ${phrase}`).join('\n');
    if (seen !== this.#seen) {
      const of = (kind: string): string[] =>
        rows.filter((row) => row.kind === kind).map((row) => row.phrase);
      this.#lists = { banned: phraseFinder(of('banned')), suspect: phraseFinder(of('suspect')) };
      this.#seen = seen;
    }
    return this.#lists;
  }
}
