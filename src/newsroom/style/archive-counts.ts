import type { ArchiveCounts } from '../../copydesk/house-style.ts';
import type { Db } from '../../store/schema.ts';
import { countForms } from './archive-forms.ts';

/** A story has few words of which there are several forms; what is pasted may have more than is worth asking. */
const mostForms = 4000;

/**
 * What the archive writes, of all that a reading wants to know.
 *
 * @param read reads the text once with an archive that knows nothing, which hears what is asked
 */
export async function archiveFor(
  db: Db,
  read: (archive: ArchiveCounts) => void,
): Promise<ArchiveCounts> {
  const asked = new Set<string>();
  read({
    count: (form) => {
      asked.add(form);
      return 0;
    },
  });
  const counts = await countForms(db, [...asked].slice(0, mostForms));
  const byForm = new Map(counts.map(({ form, count }) => [form, count]));
  return { count: (form) => byForm.get(form) ?? 0 };
}
