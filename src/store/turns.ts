import type { DirectChannel, SqliteChannel, SqliteResult } from './sqlite-channel.ts';

/** The next turn to be given out, and the one whose holder may write. */
const next = 0;
const serving = 1;
/** A thread that died with its turn is passed over after so long, ms. */
const patience = 1000;

/** Shared by all threads of a process that write to one SQLite file. */
export const newTurns = (): SharedArrayBuffer => new SharedArrayBuffer(8);

/**
 * A connection whose transactions take turns with those of other threads, first come, first served.
 * SQLite by itself has whoever waits look again after ever longer pauses, up to a tenth of a second:
 * beside a thread that writes without rest, an editor's save might wait for seconds. It is still
 * SQLite that keeps two from writing at once.
 */
export class TurnTaking implements SqliteChannel {
  readonly #channel: DirectChannel;
  readonly #turns: Int32Array<SharedArrayBuffer>;
  #mine: number | null = null;

  /** @param channel a connection of a thread that may be made to wait */
  constructor(channel: DirectChannel, turns: SharedArrayBuffer) {
    this.#channel = channel;
    this.#turns = new Int32Array(turns);
  }

  run(sql: string, parameters: readonly unknown[]): SqliteResult {
    if (sql === 'begin immediate') this.#take();
    try {
      const result = this.#channel.run(sql, parameters);
      if (sql === 'commit') this.#pass();
      return result;
    } catch (error) {
      if (sql === 'begin immediate') this.#pass();
      throw error;
    } finally {
      if (sql === 'rollback') this.#pass();
    }
  }

  close(): void {
    this.#pass();
    this.#channel.close();
  }

  #take(): void {
    const turn = Atomics.add(this.#turns, next, 1);
    this.#mine = turn;
    const until = performance.now() + patience;
    for (;;) {
      const now = Atomics.load(this.#turns, serving);
      // Turns are counted in 32 bits, and come round.
      if (((now - turn) | 0) >= 0) return;
      const rest = until - performance.now();
      // Whoever holds it is gone, or long at it: SQLite knows.
      if (rest <= 0) Atomics.compareExchange(this.#turns, serving, now, turn);
      else Atomics.wait(this.#turns, serving, now, rest);
    }
  }

  #pass(): void {
    const turn = this.#mine;
    if (turn === null) return;
    this.#mine = null;
    Atomics.compareExchange(this.#turns, serving, turn, turn + 1);
    Atomics.notify(this.#turns, serving);
  }
}
