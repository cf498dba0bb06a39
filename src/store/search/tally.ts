/** What each story has of one query, while its words' postings are gone through. Used for one query after another. */
export class Tally {
  // By id of a story: how much it has of the query, and which of its words (a bit each).
  #scores = new Float32Array(0);
  #words = new Uint32Array(0);
  /** Ids of the stories that have anything, each once, in no order. */
  #touched = new Int32Array(0);
  #count = 0;

  /** Makes room for ids up to this one. */
  reach(lastId: number): void {
    if (lastId < this.#scores.length) return;
    const room = Math.ceil(lastId * 1.2) + 1000;
    this.#scores = new Float32Array(room);
    this.#words = new Uint32Array(room);
    this.#touched = new Int32Array(room);
  }

  add(id: number, bit: number, score: number): void {
    const before = this.#words[id] ?? 0;
    if (before === 0) {
      this.#touched[this.#count] = id;
      this.#count += 1;
    }
    this.#words[id] = before | bit;
    this.#scores[id] = (this.#scores[id] ?? 0) + score;
  }

  /** Shows every story that has anything, and forgets them. */
  drain(show: (id: number, words: number, score: number) => void): void {
    for (let i = 0; i < this.#count; i += 1) {
      const id = this.#touched[i] ?? 0;
      const words = this.#words[id] ?? 0;
      const score = this.#scores[id] ?? 0;
      this.#words[id] = 0;
      this.#scores[id] = 0;
      show(id, words, score);
    }
    this.#count = 0;
  }
}
