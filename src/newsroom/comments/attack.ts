import type { Settings } from '../settings/settings.ts';
import type { Rates } from './rates.ts';

/**
 * So many replies of strangers within a minute are an attack. A paper that gets ten thousand replies
 * a day sees seven a minute, most of them by readers that it knows; on a great evening ten times that.
 */
const mostOfPaper = 180;
const mostOfStory = 60;
/** Below this part of them it is quiet again. */
const quietBelow = 0.5;
/** After so much quiet the attack is over, ms: it does not flap with those who pause for breath. */
const overAfter = 10 * 60 * 1000;

/** What a watch has seen, for one elsewhere to {@link AttackWatch.hear}; instants. */
export interface SeenAttack {
  since: number | null;
  loudAt: number;
}

/**
 * Whether this process is being flooded, judged by what comes to it and kept in memory: two counters
 * a reply, and no look at the database.
 */
export class AttackWatch {
  readonly #rates: Rates;
  #since: number | null = null;
  #loudAt = 0;

  constructor(rates: Rates) {
    this.#rates = rates;
  }

  /** Counts a reply of somebody unknown. */
  hit(storyId: number, at: number): void {
    const paper = this.#rates.hit('strangers', '', at) / mostOfPaper;
    const story = this.#rates.hit('strangers', String(storyId), at) / mostOfStory;
    const much = Math.max(paper, story);
    if (this.since(at) === null && much > 1) this.#since = at;
    if (this.#since !== null && much > quietBelow) this.#loudAt = at;
  }

  /** When the attack began that is under way; null in peace. */
  since(at: number): number | null {
    if (this.#since !== null && at - this.#loudAt >= overAfter) this.#since = null;
    return this.#since;
  }

  get seen(): SeenAttack {
    return { since: this.#since, loudAt: this.#loudAt };
  }

  /** Takes what a watch in another thread has seen for seen here. */
  hear({ since, loudAt }: SeenAttack): void {
    if (since === null) return;
    this.#since = Math.min(since, this.since(loudAt) ?? since);
    this.#loudAt = Math.max(loudAt, this.#loudAt);
  }

  /** Whether strangers are asked for a proof now. */
  asks(setting: Settings['replyChallenge'], at: number): boolean {
    return setting === 'always' || (setting === 'auto' && this.since(at) !== null);
  }
}
