import { phraseFinder } from '../../arabic/phrases/phrase-finder.ts';
import {
  addPhrase,
  listPhrases,
  type PhraseKind,
  removePhrase,
} from '../../newsroom/comments/phrases.ts';
import { systemActor } from '../../newsroom/users/roles.ts';
import { readInput } from '../input.ts';
import { print } from '../output.ts';
import { Refused } from '../refused.ts';
import { withNewsroom } from '../with-newsroom.ts';

interface Options {
  json?: boolean;
}

/** `matbaa comments phrases`: the list. */
export async function phrasesListCommand(options: Options): Promise<void> {
  const phrases = await withNewsroom(({ store }) => listPhrases(store.read, systemActor));
  const lines = phrases.map((one) => `${one.id}\t${one.kind}\t${one.phrase}`);
  print(phrases, { json: options.json ?? false, lines });
}

/** `matbaa comments phrases add PHRASE`. */
export async function phrasesAddCommand(
  phrase: string,
  options: Options & { kind: PhraseKind; note?: string },
): Promise<void> {
  const note = options.note ?? null;
  const added = await withNewsroom((newsroom) =>
    addPhrase(newsroom, systemActor, { phrase, kind: options.kind, note }),
  );
  print(added, { json: options.json ?? false, lines: [`${added.id}\t${added.kind}\t${phrase}`] });
}

/** `matbaa comments phrases remove PHRASE|ID`. */
export async function phrasesRemoveCommand(given: string, options: Options): Promise<void> {
  const removed = await withNewsroom(async (newsroom) => {
    const all = await listPhrases(newsroom.store.read, systemActor);
    const found =
      all.find((one) => one.phrase === given) ?? all.find((one) => String(one.id) === given);
    if (found === undefined) throw new Refused(`The list has no phrase "${given}".`);
    await removePhrase(newsroom, systemActor, found.id);
    return found;
  });
  print(removed, { json: options.json ?? false, lines: [`Removed ${removed.phrase}.`] });
}

/** `matbaa comments phrases test TEXT`: what the list finds in it. */
export async function phrasesTestCommand(text: string, options: Options): Promise<void> {
  const content = text === '-' ? await readInput('-') : text;
  const phrases = await withNewsroom(({ store }) => listPhrases(store.read, systemActor));
  const kinds = new Map(phrases.map((one) => [one.phrase, one.kind]));
  const hits = phraseFinder([...kinds.keys()])(content).map((hit) => ({
    ...hit,
    kind: kinds.get(hit.phrase) ?? 'suspect',
    text: content.slice(hit.start, hit.end),
  }));
  const lines = hits.map(
    (hit) => `${hit.kind}\t${hit.phrase}\t${hit.start}–${hit.end}\t${hit.text}`,
  );
  print({ hits }, { json: options.json ?? false, lines: lines.length > 0 ? lines : ['Nothing.'] });
}
