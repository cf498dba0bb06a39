import { hash } from 'node:crypto';
import { tokenise } from '../../arabic/tokens.ts';
import { cleanName, cleanText, parseEmail } from './clean-text.ts';
import { longestEmail, longestName, longestReply } from './comment.ts';
import type { ReaderKeys } from './keys.ts';
import type { ReplyContext } from './pipeline/phase.ts';
import type { ReplyPost } from './post.ts';
import type { Rates } from './rates.ts';
import { formOf } from './reply-tokens.ts';

/** A reply on its way in, as far as it can be understood without the database. */
export interface Arrival {
  at: number;
  storyId: number;
  parentId: number | null;
  name: string;
  text: string;
  email: string | null;
  hasEmail: boolean;
  /** Under every key of the ring, the one in use first; empty without an address. */
  hashes: string[];
  /** Equal for equal long texts; short ones («شكراً لكم») are everybody's. */
  textKey: string | null;
  /** The same reply sent again has the same origin. */
  origin: string;
  notify: boolean;
  form: ReturnType<typeof formOf>;
  trapFilled: boolean;
  rates: { address: number; story: number; reader: number };
  /** How often the text came to this process before; null where it never heard of it. */
  repeats: number | null;
  /** What the newspaper's own service says of it. */
  outside: ReplyContext['outside'];
}

/** Past this nothing is cleaned: it is too long whatever is left of it. */
const hopeless = 4;
/** Longer ones are not ours. */
const longestToken = 200;
/** Letters and digits; below that, equal texts mean nothing. */
const shortestRepeated = 30;

/** The post without what lies beyond any hope: it is judged as the whole would be. */
export const cutHopeless = (post: ReplyPost): ReplyPost => ({
  ...post,
  name: post.name.slice(0, hopeless * longestName + 1),
  text: post.text.slice(0, hopeless * longestReply + 1),
  email: post.email.slice(0, hopeless * longestEmail + 1),
  token: post.token?.slice(0, longestToken) ?? null,
  trap: post.trap.slice(0, 1),
});

/** Reads what was posted, and counts it. */
export function arrivalOf(
  parts: { keys: ReaderKeys; rates: Rates },
  post: ReplyPost,
  at: number,
): Arrival {
  const { keys, rates } = parts;
  const { storyId, parentId } = post;
  const name = post.name.length > hopeless * longestName ? post.name : cleanName(post.name);
  const text = post.text.length > hopeless * longestReply ? post.text : cleanText(post.text);
  const email = post.email.length > hopeless * longestEmail ? null : parseEmail(post.email);
  const hashes = email === null ? [] : keys.hashes(email);
  const isSized = text.length <= longestReply;
  const textKey = isSized ? textKeyOf(text) : null;
  const [reader = ''] = hashes;
  const known = textKey !== null && rates.knows('text', textKey);
  const before = textKey === null ? 0 : rates.hit('text', textKey, at) - 1;
  return {
    at,
    storyId,
    parentId,
    name,
    text,
    email,
    hasEmail: post.email.trim() !== '',
    hashes,
    textKey,
    origin: `post:${digest([storyId, parentId, reader, isSized ? text : '', name].join('\n'))}`,
    notify: post.notify,
    form: formOf(keys, post.token, { storyId, at }),
    trapFilled: post.trap !== '',
    rates: {
      address: rates.hit('address', post.address, at),
      story: rates.hit('story', String(storyId), at),
      reader: reader === '' ? 1 : rates.hit('reader', reader, at),
    },
    repeats: textKey !== null && !known ? null : before,
    outside: null,
  };
}

/** A hash of the text as the language room compares words; null for a short one. */
export function textKeyOf(text: string): string | null {
  const words = tokenise(text)
    .map((token) => token.term)
    .join(' ');
  return words.length < shortestRepeated ? null : digest(words);
}

const digest = (text: string): string => hash('sha256', text, 'base64url').slice(0, 22);
