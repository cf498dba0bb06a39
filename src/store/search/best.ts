/** The best so many of all that are offered; of equal ones the newer. A heap with the worst on top. */
export class Best {
  readonly #most: number;
  readonly #ids: number[] = [];
  readonly #scores: number[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  offer(id: number, score: number): void {
    const size = this.#ids.length;
    if (size < this.#most) {
      this.#ids.push(id);
      this.#scores.push(score);
      this.#rise(size);
      return;
    }
    const worst = this.#scores[0] ?? 0;
    if (score < worst || (score === worst && id < (this.#ids[0] ?? 0))) return;
    this.#ids[0] = id;
    this.#scores[0] = score;
    this.#sink();
  }

  inOrder(): number[] {
    const places = this.#ids.map((_, i) => i).sort((a, b) => (this.#isWorse(a, b) ? 1 : -1));
    return places.map((i) => this.#ids[i] ?? 0);
  }

  #isWorse(a: number, b: number): boolean {
    const [one, other] = [this.#scores[a] ?? 0, this.#scores[b] ?? 0];
    return one < other || (one === other && (this.#ids[a] ?? 0) < (this.#ids[b] ?? 0));
  }

  #swap(a: number, b: number): void {
    const [id, score] = [this.#ids[a] ?? 0, this.#scores[a] ?? 0];
    this.#ids[a] = this.#ids[b] ?? 0;
    this.#scores[a] = this.#scores[b] ?? 0;
    this.#ids[b] = id;
    this.#scores[b] = score;
  }

  #rise(from: number): void {
    for (let at = from; at > 0; ) {
      const parent = (at - 1) >> 1;
      if (!this.#isWorse(at, parent)) return;
      this.#swap(at, parent);
      at = parent;
    }
  }

  #sink(): void {
    const size = this.#ids.length;
    for (let at = 0; ; ) {
      let worst = at;
      for (const child of [2 * at + 1, 2 * at + 2])
        if (child < size && this.#isWorse(child, worst)) worst = child;
      if (worst === at) return;
      this.#swap(at, worst);
      at = worst;
    }
  }
}
