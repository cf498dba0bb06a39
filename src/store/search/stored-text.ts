/** The body of a story as the index keeps it: UTF-16, as our offsets count, lone surrogates included. */

/** @throws TypeError when it is no text */
export function packText(text: string): Uint8Array {
  if (typeof text !== 'string') throw new TypeError('The body of a story must be text.');
  return Buffer.from(text, 'utf16le');
}

/** A text of which only the stretches that are asked for are read. */
export class StoredText {
  readonly #bytes: Buffer;

  constructor(packed: unknown) {
    this.#bytes =
      packed instanceof Uint8Array
        ? Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength)
        : Buffer.alloc(0);
  }

  /** In UTF-16 units. */
  get length(): number {
    return this.#bytes.length / 2;
  }

  slice(from: number, to: number): string {
    return this.#bytes.toString('utf16le', from * 2, Math.max(from, to) * 2);
  }

  get whole(): string {
    return this.slice(0, this.length);
  }
}
