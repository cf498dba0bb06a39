import type { Newsroom } from '../newsroom.ts';
import { AttackWatch } from './attack.ts';
import { Intake } from './intake.ts';
import { KeptPhrases } from './kept-phrases.ts';
import type { ReaderKeys } from './keys.ts';
import type { TakesReplies } from './post.ts';
import { Rates } from './rates.ts';

/** Everything that readers' replies need from outside; one for each thread that has to do with them. */
export interface ReplyRoom {
  newsroom: Newsroom;
  keys: ReaderKeys;
  rates: Rates;
  /** Whether strangers flood this process. */
  attack: AttackWatch;
  /** The newspaper's own lists of words. */
  phrases: KeptPhrases;
  intake: TakesReplies;
  /** Whether letters can be sent at all; without, the form does not offer them. */
  letters: boolean;
}

export function openReplyRoom(parts: {
  newsroom: Newsroom;
  keys: ReaderKeys;
  letters: boolean;
}): ReplyRoom {
  const { newsroom, keys, letters } = parts;
  const rates = new Rates();
  const attack = new AttackWatch(rates);
  const phrases = new KeptPhrases();
  const intake = new Intake({ newsroom, keys, rates, attack, phrases });
  return { newsroom, keys, rates, attack, phrases, letters, intake };
}
