import { isKnown, type Phase } from './phase.ts';

/** Who writes, and whether everything here waits for a moderator. Always says something. */
export const trust: Phase = {
  name: 'trust',
  judge(context) {
    const { reader, policy } = context;
    if (reader?.standing === 'banned') return { outcome: 'reject', reason: 'banned-reader' };
    if (policy === 'premoderated') return { outcome: 'hold', reason: 'premoderated' };
    if (reader?.standing === 'trusted') return { outcome: 'approve', reason: 'trusted-reader' };
    if (isKnown(context)) return { outcome: 'approve', reason: 'known-reader' };
    if (reader !== null && reader.rejected > 0)
      return { outcome: 'hold', reason: 'often-rejected', risk: 20 };
    return { outcome: 'hold', reason: 'first-reply' };
  },
};
