import type { AuditRow } from '../../api/shapes/changes.ts';
import type { Words } from '../words/use-words.ts';

/** What was done, as a sentence's verb; a kind of act that the desk does not know is named as it is. */
export function auditWords({ action, detail }: AuditRow, words: Words): string {
  const known: Record<string, string> = words.audit.acts;
  if (action === 'refused') {
    const tried = typeof detail.path === 'string' ? ` ${detail.path}` : '';
    return `${words.audit.refused}${tried}`;
  }
  const act = action.split('.').at(-1) ?? '';
  return known[action] ?? known[`any.${act}`] ?? action;
}
