import { longestName, longestReply } from '../comment.ts';
import type { ReplyField, ReplyProblem } from '../post.ts';
import type { Phase } from './phase.ts';

/** Something that a reader sees: not spaces, marks and hidden characters only. */
const visible = /[^\s\p{C}\p{M}\p{Z}]/u;

/** Empty, too long, or no address: the writer mends it, and nothing typed is lost. */
export const size: Phase = {
  name: 'size',
  judge({ name, text, email, hasEmail, parentMissing }) {
    const problems: { field: ReplyField; problem: ReplyProblem }[] = [];
    if (!visible.test(text)) problems.push({ field: 'text', problem: 'required' });
    else if (text.length > longestReply) problems.push({ field: 'text', problem: 'too-long' });
    if (!visible.test(name)) problems.push({ field: 'name', problem: 'required' });
    else if (name.length > longestName) problems.push({ field: 'name', problem: 'too-long' });
    if (!hasEmail) problems.push({ field: 'email', problem: 'required' });
    else if (email === null) problems.push({ field: 'email', problem: 'not-an-address' });
    if (parentMissing) problems.push({ field: 'form', problem: 'no-such-parent' });
    return problems.length > 0 ? { refuse: { kind: 'refused', problems } } : null;
  },
};
