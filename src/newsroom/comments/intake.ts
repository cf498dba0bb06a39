import { inTransaction, type Newsroom } from '../newsroom.ts';
import { readSettings } from '../settings/read.ts';
import { systemActor } from '../users/roles.ts';
import { type Arrival, arrivalOf } from './arrival.ts';
import type { AttackWatch } from './attack.ts';
import { type CommentState, longestReply } from './comment.ts';
import { contextOf, readSurroundings } from './context.ts';
import type { KeptPhrases } from './kept-phrases.ts';
import type { ReaderKeys } from './keys.ts';
import { OutsideCheck } from './outside-check.ts';
import { type Judged, judge } from './pipeline/judge.ts';
import { isKnown } from './pipeline/phase.ts';
import type { ReplyOutcome, ReplyPost, TakesReplies } from './post.ts';
import type { Rates } from './rates.ts';
import { receiptFor } from './reply-tokens.ts';
import type { ReplyRoom } from './room.ts';
import { storeArrivals } from './store-arrivals.ts';

/** The most that one commit takes. */
const largestBatch = 200;

/** So long a reply waits for others, ms; longer while so many came with the last commit. */
const gatherFor = { calm: 3, storm: 10 };
const stormFrom = 8;

interface Waiting {
  arrival: Arrival;
  resolve: (outcome: ReplyOutcome) => void;
  reject: (error: unknown) => void;
}

/** A reply that is to be kept, as the pipeline left it. */
export interface Kept {
  arrival: Arrival;
  judged: Judged;
  /** The first level's reply that it stands below. */
  parentId: number | null;
}

/**
 * Takes a reply in: cleans it, asks the pipeline and keeps it. Whoever sends the same again gets the
 * first one's answer. Resolves after the commit; what it answers with is on the disk.
 * @throws Error when it could not be kept
 */
export function postReply(room: ReplyRoom, post: ReplyPost): Promise<ReplyOutcome> {
  return room.intake.take(post);
}

/** Gathers what comes in while a commit is under way, and writes it together with the next. */
export class Intake implements TakesReplies {
  readonly #newsroom: Newsroom;
  readonly #keys: ReaderKeys;
  readonly #rates: Rates;
  readonly #attack: AttackWatch;
  readonly #phrases: KeptPhrases;
  readonly #outside: OutsideCheck;
  #queue: Waiting[] = [];
  #running = false;
  #opened: Promise<void> | null = null;

  constructor(parts: {
    newsroom: Newsroom;
    keys: ReaderKeys;
    rates: Rates;
    attack: AttackWatch;
    phrases: KeptPhrases;
  }) {
    this.#newsroom = parts.newsroom;
    this.#keys = parts.keys;
    this.#rates = parts.rates;
    this.#attack = parts.attack;
    this.#phrases = parts.phrases;
    this.#outside = new OutsideCheck({
      secret: parts.keys.outsideSecret,
      now: parts.newsroom.now,
    });
  }

  async take(post: ReplyPost): Promise<ReplyOutcome> {
    const parts = { keys: this.#keys, rates: this.#rates };
    const arrival = arrivalOf(parts, post, this.#newsroom.now());
    this.#opened ??= readSettings(this.#newsroom.store.read).then((settings) => {
      this.#outside.url = settings.replyCheckUrl;
    });
    await this.#opened;
    const { storyId, parentId, name, text, email } = arrival;
    if (email !== null && text.length <= longestReply)
      arrival.outside = await this.#outside.ask({ storyId, parentId, name, text });
    return new Promise((resolve, reject) => {
      this.#queue.push({ arrival, resolve, reject });
      if (!this.#running) void this.#drain();
    });
  }

  async #drain(): Promise<void> {
    this.#running = true;
    let wait = gatherFor.calm;
    while (this.#queue.length > 0) {
      // Whoever comes at nearly the same time comes along: a commit costs as much for one as for many.
      await new Promise((resolve) => setTimeout(resolve, wait));
      const batch = this.#queue.slice(0, largestBatch);
      wait = batch.length < stormFrom ? gatherFor.calm : gatherFor.storm;
      this.#queue = this.#queue.slice(largestBatch);
      try {
        const outcomes = await this.#keep(batch.map((one) => one.arrival));
        for (const [index, { resolve }] of batch.entries())
          resolve(outcomes[index] ?? { kind: 'missing' });
      } catch (error) {
        for (const one of batch) one.reject(error);
      }
    }
    this.#running = false;
  }

  async #keep(arrivals: readonly Arrival[]): Promise<ReplyOutcome[]> {
    const around = await readSurroundings(this.#newsroom.store.read, this.#phrases, arrivals);
    this.#outside.url = around.settings.replyCheckUrl;
    const kept: Kept[] = [];
    const answers = arrivals.map((arrival): ReplyOutcome | string => {
      const asks = this.#attack.asks(around.settings.replyChallenge, arrival.at);
      const context = contextOf(arrival, around, asks);
      if (context === null) return { kind: 'missing' };
      const judged = judge(context);
      if ('refuse' in judged) return judged.refuse;
      if (!isKnown(context)) this.#attack.hit(arrival.storyId, arrival.at);
      const parentId = around.parents.get(arrival.parentId ?? 0)?.firstLevel ?? null;
      kept.push({ arrival, judged, parentId });
      return arrival.origin;
    });
    const stored =
      kept.length === 0
        ? new Map<string, { id: number; state: CommentState; at: number }>()
        : await inTransaction(this.#newsroom, systemActor, (work) =>
            storeArrivals(work, kept, this.#keys),
          );
    return answers.map((answer) => {
      if (typeof answer !== 'string') return answer;
      const row = stored.get(answer);
      if (row === undefined) throw new Error('A reply was not kept.');
      const { id, state, at } = row;
      return {
        kind: 'taken',
        id,
        // Whoever is rejected is not told, lest they try until they are not.
        state: state === 'approved' ? 'approved' : 'held',
        receipt: receiptFor(this.#keys, { id, at }),
      };
    });
  }
}
