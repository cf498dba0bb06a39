import { describe, expect, test } from 'vitest';
import { type Judged, judge } from './judge.ts';
import { linksIn } from './links.ts';
import type { ReplyContext } from './phase.ts';

const newcomer: ReplyContext = {
  at: 1_000_000,
  storyId: 1,
  policy: 'open',
  closesAt: null,
  name: 'هدى',
  text: 'رأي',
  email: 'huda@example.org',
  hasEmail: true,
  parentMissing: false,
  form: 'fresh',
  trapFilled: false,
  rates: { address: 1, story: 1, reader: 1 },
  proofsWanted: false,
  repeats: 0,
  phrases: { banned: [], suspect: [] },
  outside: null,
  reader: null,
};
const known: ReplyContext = {
  ...newcomer,
  reader: { standing: 'known', approved: 3, rejected: 1 },
};
const trusted: ReplyContext = {
  ...newcomer,
  reader: { standing: 'trusted', approved: 0, rejected: 0 },
};
const link = 'https://example.org/a ';

function judged(context: ReplyContext): Judged {
  const said = judge(context);
  if ('refuse' in said) throw new Error('refused');
  return said;
}

describe('the pipeline', () => {
  test.each<{ who: string; context: ReplyContext; state: string; reasons: string[] }>([
    { who: 'a newcomer', context: newcomer, state: 'held', reasons: ['first-reply'] },
    { who: 'a known reader', context: known, state: 'approved', reasons: ['known-reader'] },
    { who: 'a trusted reader', context: trusted, state: 'approved', reasons: ['trusted-reader'] },
    {
      who: 'a known reader, premoderated',
      context: { ...known, policy: 'premoderated' },
      state: 'held',
      reasons: ['premoderated'],
    },
    {
      who: 'a trusted reader, premoderated',
      context: { ...trusted, policy: 'premoderated' },
      state: 'held',
      reasons: ['premoderated'],
    },
    {
      who: 'a banned reader',
      context: { ...newcomer, reader: { standing: 'banned', approved: 9, rejected: 0 } },
      state: 'rejected',
      reasons: ['banned-reader'],
    },
    {
      who: 'somebody mostly rejected',
      context: { ...newcomer, reader: { standing: 'known', approved: 1, rejected: 2 } },
      state: 'held',
      reasons: ['often-rejected'],
    },
    {
      who: 'a known reader with two links',
      context: { ...known, text: link.repeat(2) },
      state: 'approved',
      reasons: ['known-reader'],
    },
    {
      who: 'a known reader with three links',
      context: { ...known, text: link.repeat(3) },
      state: 'held',
      reasons: ['links', 'known-reader'],
    },
    {
      who: 'a known reader from a busy address, on a busy story',
      context: { ...known, rates: { address: 5000, story: 5000, reader: 2 } },
      state: 'approved',
      reasons: ['known-reader'],
    },
    {
      who: 'a newcomer from a busy address',
      context: { ...newcomer, rates: { address: 5000, story: 1, reader: 1 } },
      state: 'held',
      reasons: ['many-from-address', 'first-reply'],
    },
    {
      who: 'a known reader who floods',
      context: { ...known, rates: { address: 1, story: 1, reader: 40 } },
      state: 'held',
      reasons: ['many-from-reader', 'known-reader'],
    },
    {
      who: 'a known reader who repeats a text',
      context: { ...known, repeats: 1 },
      state: 'held',
      reasons: ['repeated-text', 'known-reader'],
    },
    {
      who: 'a trusted reader with a banned phrase',
      context: { ...trusted, phrases: { banned: ['كلب'], suspect: [] } },
      state: 'rejected',
      reasons: ['banned-phrase'],
    },
    {
      who: 'a known reader with a suspect phrase',
      context: { ...known, phrases: { banned: [], suspect: ['كلب'] } },
      state: 'held',
      reasons: ['suspect-phrase', 'known-reader'],
    },
    {
      who: 'a known reader whom the outside service calls spam',
      context: { ...known, outside: 'spam' },
      state: 'held',
      reasons: ['outside-spam', 'known-reader'],
    },
    {
      who: 'a newcomer under attack',
      context: { ...newcomer, proofsWanted: true },
      state: 'held',
      reasons: ['first-reply', 'proof-missing'],
    },
    {
      who: 'a known reader under attack',
      context: { ...known, proofsWanted: true },
      state: 'approved',
      reasons: ['known-reader'],
    },
    {
      who: 'a filled trap, whatever else there is',
      context: { ...trusted, trapFilled: true, repeats: 3 },
      state: 'rejected',
      reasons: ['trap-filled'],
    },
  ])('$who: $state', ({ context, state, reasons }) => {
    const said = judged(context);

    expect(said.state).toBe(state);
    expect(said.decisions.map((one) => one.reason)).toEqual(reasons);
  });

  test('a proof is asked of strangers alone, of those who are rejected too', () => {
    const attack = { proofsWanted: true };
    expect(judged({ ...newcomer, ...attack }).unproven).toBe(true);
    expect(judged({ ...newcomer, ...attack, trapFilled: true }).unproven).toBe(true);
    expect(judged({ ...known, ...attack }).unproven).toBe(false);
    expect(judged(newcomer).unproven).toBe(false);
  });

  test('the more speaks against a reply, the greater its risk', () => {
    const spam = { ...newcomer, text: link.repeat(9), repeats: 5, form: 'missing' as const };

    expect(judged(newcomer).risk).toBe(0);
    expect(judged({ ...newcomer, form: 'missing' }).risk).toBe(10);
    expect(judged(spam).risk).toBe(100);
  });

  test.each([
    ['لا شيء هنا. وبعد النقطة كلام', 0],
    ['كتبت إلى someone@example.com', 0],
    ['انظر https://example.org/x?y=1', 1],
    ['انظر www.example.org', 1],
    ['زوروا example.com و t.me/abc', 2],
    ['الإصدار 1.2.3 من node.js', 0],
  ])('«%s» names %i addresses', (text, count) => {
    expect(linksIn(text)).toBe(count);
  });
});
