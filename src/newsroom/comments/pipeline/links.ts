import { isKnown, type Phase } from './phase.ts';

const link =
  /\b(?:https?:\/\/|www\.)\S|(?<![@\p{L}\p{N}.-])(?:[a-z0-9-]+\.)+(?:com|net|org|info|biz|shop|xyz|online|site|club|top|ru|cn|io|me|ly|co|app|link|live|tk)\b/giu;
/** A known reader may point to a source or two. */
const mostOfKnown = 2;

/** How many addresses a text names. */
export const linksIn = (text: string): number => text.match(link)?.length ?? 0;

/** Addresses in a reply are what most spam is for. */
export const links: Phase = {
  name: 'links',
  judge(context) {
    const found = linksIn(context.text) + linksIn(context.name);
    if (found === 0 || context.reader?.standing === 'trusted') return null;
    if (isKnown(context) && found <= mostOfKnown) return null;
    return { outcome: 'hold', reason: 'links', risk: Math.min(60, 15 + found * 10) };
  },
};
