import { createHunspellFromStrings } from 'hunspell-wasm';
import type { DictionaryFile } from '../../../api/shapes/style.ts';

/** Words to be looked up, and those of them that the dictionary does not know; null when it cannot be had. */
export interface WordsAsked {
  id: number;
  words: readonly string[];
}
export interface WordsAnswered {
  id: number;
  unknown: readonly string[] | null;
}

async function fileOf(name: string): Promise<string> {
  const answer = await fetch(`/api/v1/style/dictionary/${name}`, { credentials: 'same-origin' });
  if (!answer.ok) throw new Error(`The dictionary's ${name} was refused: ${answer.status}`);
  return ((await answer.json()) as DictionaryFile).text;
}

async function open() {
  const [affixes, words] = await Promise.all([fileOf('ar.aff'), fileOf('ar.dic')]);
  return createHunspellFromStrings(affixes, words);
}

// Loading takes a second of the worker's time; it is done once, with the first question.
let dictionary: ReturnType<typeof open> | null = null;

addEventListener('message', ({ data }: MessageEvent<WordsAsked>) => {
  dictionary ??= open();
  void dictionary.then(
    (known) => answer(data.words.filter((word) => !known.testSpelling(word))),
    () => answer(null),
  );
  const answer = (unknown: WordsAnswered['unknown']): void => {
    postMessage({ id: data.id, unknown } satisfies WordsAnswered);
  };
});
