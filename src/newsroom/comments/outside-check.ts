import { z } from 'zod';
import { signedHeaders } from '../webhooks/signature.ts';
import type { ReplyContext } from './pipeline/phase.ts';

/** So long a reply waits for what somebody else thinks of it, ms. */
const patience = 800;
/** More at once and the service is not asked: replies must not queue for it. */
const mostAtOnce = 50;
/** After so many failures in a row it is left alone for a while. */
const mostFailures = 5;
const leftAloneFor = 60_000;
const largestAnswer = 4096;

const answerSchema = z.object({ verdict: z.enum(['clear', 'suspect', 'spam']) });

/** What the service is told: nothing that says who writes, or from where. */
export interface AskedOutside {
  storyId: number;
  parentId: number | null;
  name: string;
  text: string;
}

/**
 * Asks a service of the newspaper's own about replies: a POST of JSON, signed like our webhooks
 * (Standard Webhooks), answered by `{"verdict": "clear" | "suspect" | "spam"}`. A service that is
 * late, broken or busy says nothing; no reply waits longer than {@link patience} for it.
 */
export class OutsideCheck {
  readonly #secret: string;
  readonly #now: () => number;
  #url = '';
  #asking = 0;
  #failures = 0;
  #askAgainAt = 0;
  #count = 0;

  constructor(parts: { secret: string; now: () => number }) {
    this.#secret = parts.secret;
    this.#now = parts.now;
  }

  /** Where it is, as the settings say; empty for nowhere. */
  set url(url: string) {
    if (url === this.#url) return;
    this.#url = url;
    this.#failures = 0;
    this.#askAgainAt = 0;
  }

  /** What it says; null where it is not asked or says nothing in time. Never throws. */
  async ask(about: AskedOutside): Promise<ReplyContext['outside']> {
    if (this.#url === '' || this.#asking >= mostAtOnce || this.#now() < this.#askAgainAt)
      return null;
    this.#asking += 1;
    try {
      const body = JSON.stringify(about);
      const at = this.#now();
      this.#count += 1;
      const id = `reply_${at.toString(36)}_${this.#count.toString(36)}`;
      const response = await fetch(this.#url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...signedHeaders(this.#secret, { id, at, body }),
        },
        body,
        redirect: 'error',
        signal: AbortSignal.timeout(patience),
      });
      const { verdict } = answerSchema.parse(JSON.parse(await readShort(response)));
      this.#failures = 0;
      return verdict;
    } catch {
      this.#failures += 1;
      if (this.#failures >= mostFailures) this.#askAgainAt = this.#now() + leftAloneFor;
      return null;
    } finally {
      this.#asking -= 1;
    }
  }
}

async function readShort(response: Response): Promise<string> {
  if (!response.ok || response.body === null) throw new Error(`It answered ${response.status}.`);
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of response.body) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > largestAnswer) throw new Error('It answered too much.');
  }
  return text;
}
