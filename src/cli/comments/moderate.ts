import { moderate } from '../../newsroom/comments/moderate.ts';
import { systemActor } from '../../newsroom/users/roles.ts';
import { print } from '../output.ts';
import { Refused } from '../refused.ts';
import { withNewsroom } from '../with-newsroom.ts';

/** `matbaa comments approve|reject ID…`: as the server's owner. */
export async function commentsModerateCommand(
  act: 'approve' | 'reject',
  ids: readonly number[],
  options: { json?: boolean },
): Promise<void> {
  const { done, passedOver } = await withNewsroom((newsroom) =>
    moderate(newsroom, systemActor, { act, ids }),
  );
  const missing = passedOver.filter(({ why }) => why === 'missing' || why === 'deleted');
  const lines = [`${act === 'approve' ? 'Approved' : 'Rejected'}: ${done.join(', ') || 'none'}.`];
  const already = passedOver.filter((one) => !missing.includes(one)).map(({ id }) => id);
  if (already.length > 0) lines.push(`Already so: ${already.join(', ')}.`);
  print({ done, passedOver }, { json: options.json ?? false, lines });
  if (missing.length > 0)
    throw new Refused(`There is no reply ${missing.map(({ id }) => id).join(', ')} (any more).`);
}
