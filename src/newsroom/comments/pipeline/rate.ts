import { isKnown, type Phase } from './phase.ts';

/** Within ten minutes; a lively discussion stays far below. */
const mostOfReader = 12;
/** Whole towns share one address; only their unknown readers wait for it, who wait anyway. */
const mostOfAddress = 20;
const mostOfStory = 200;

/** Too many at once, by one reader, from one address, on one story: held, never lost. */
export const rate: Phase = {
  name: 'rate',
  judge(context) {
    const { reader, address, story } = context.rates;
    if (reader > mostOfReader) return { outcome: 'hold', reason: 'many-from-reader', risk: 25 };
    if (isKnown(context)) return null;
    if (address > mostOfAddress) return { outcome: 'hold', reason: 'many-from-address', risk: 10 };
    if (story > mostOfStory) return { outcome: 'hold', reason: 'many-on-story', risk: 5 };
    return null;
  },
};
