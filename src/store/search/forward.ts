import type { AnalysedWord } from '../../arabic/analyse.ts';

/**
 * The words of a story in order, as the ranking reads them: for each a hash of its stem and a short
 * hash of its exact form; for every sixteenth word of the body where it stands in the text. About
 * six bytes a word, read without decoding.
 */
export interface WordList {
  /** How many of the words are the headline's. */
  heads: number;
  stems: Uint32Array;
  exact: Uint16Array;
  checkpoints: Uint32Array;
}

export const checkpointEvery = 16;

/** FNV-1a over UTF-16 units, 32 bits. */
export function hashOf(term: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < term.length; i += 1) {
    hash = Math.imul(hash ^ term.charCodeAt(i), 0x01000193);
  }
  // The low bits alone must be well mixed as well.
  hash ^= hash >>> 15;
  return hash >>> 0;
}

export const shortHashOf = (term: string): number => {
  const hash = hashOf(term);
  return (hash ^ (hash >>> 16)) & 0xffff;
};

const header = 3;

export function packWords(
  head: readonly AnalysedWord[],
  body: readonly AnalysedWord[],
): Uint8Array {
  const count = head.length + body.length;
  const marks = Math.ceil(body.length / checkpointEvery);
  const words = new Uint32Array(header + count + marks);
  words.set([head.length, count, marks]);
  const short = new Uint16Array(count);
  for (const [i, word] of [...head, ...body].entries()) {
    words[header + i] = hashOf(word.stem);
    short[i] = shortHashOf(word.term);
  }
  for (let i = 0; i < marks; i += 1)
    words[header + count + i] = body[i * checkpointEvery]?.start ?? 0;
  const bytes = new Uint8Array(words.byteLength + short.byteLength);
  bytes.set(new Uint8Array(words.buffer), 0);
  bytes.set(new Uint8Array(short.buffer), words.byteLength);
  return bytes;
}

/** About how many words so many bytes of {@link packWords} are. */
export const wordsIn = (bytes: number): number =>
  Math.max(0, (bytes - header * 4) / (6 + 4 / checkpointEvery));

/** Views into what {@link packWords} made. */
export function unpackWords(packed: Uint8Array): WordList {
  const bytes = packed.byteOffset % 4 === 0 ? packed : packed.slice();
  const [heads = 0, count = 0, marks = 0] = new Uint32Array(bytes.buffer, bytes.byteOffset, header);
  const at = bytes.byteOffset + header * 4;
  return {
    heads,
    stems: new Uint32Array(bytes.buffer, at, count),
    checkpoints: new Uint32Array(bytes.buffer, at + count * 4, marks),
    exact: new Uint16Array(bytes.buffer, at + (count + marks) * 4, count),
  };
}
