import { analyse } from '../arabic/analyse.ts';
import { isStopWord } from '../arabic/stop-words.ts';
import { readInput } from './input.ts';
import { print } from './output.ts';

/** `matbaa analyze TEXT`: the terms under which search would find each word. */
export async function analyzeCommand(given: string, options: { json?: boolean }): Promise<void> {
  const text = given === '-' ? await readInput('-') : given;
  const terms = analyse(text).map(({ term, stem, start, end }) => ({
    text: text.slice(start, end),
    term,
    stem,
    start,
    end,
    stop: isStopWord(term),
  }));
  print(
    { terms },
    {
      json: options.json ?? false,
      lines: terms.map((one) => `${one.start}–${one.end}\t${one.text}\t${one.term}\t${one.stem}`),
    },
  );
}
