import { dayOf } from '../../arabic/zoned.ts';
import { aroundOf } from '../../copydesk/around.ts';
import { CopyDesk } from '../../copydesk/check.ts';
import type { ArchiveCounts, Level } from '../../copydesk/house-style.ts';
import { rules } from '../../copydesk/rules.ts';
import { GateClosed, type GateFinding } from '../errors.ts';
import type { Work } from '../newsroom.ts';
import { timeZoneOf } from '../settings/read.ts';
import type { StoryActionName } from '../stories/actions.ts';
import type { Story } from '../stories/story.ts';
import { archiveFor } from './archive-counts.ts';
import { houseStyleOf, readStyle } from './house-style.ts';
import { paragraphsOf } from './paragraphs.ts';
import { listWaivers } from './waivers.ts';

/** What readers get a new text by, or will. */
const gated: ReadonlySet<StoryActionName> = new Set([
  'publish',
  'publishAtOnce',
  'schedule',
  'update',
  'correct',
]);

/**
 * Lets no text out with a finding of a gate that is neither mended nor waived.
 * @throws GateClosed (409) with what is left
 */
export async function refuseGated(
  work: Work,
  story: Story,
  action: StoryActionName,
): Promise<void> {
  // An archive is taken in as it was printed.
  if (work.bulk || !gated.has(action)) return;
  const { levels } = await readStyle(work.tx);
  const gates = new Set(Object.keys(levels).filter((rule) => levels[rule] === 'gate'));
  if (gates.size === 0) return;
  const left = await gateFindings(work, story, gates);
  if (left.length > 0) throw new GateClosed(left);
}

async function gateFindings(
  work: Work,
  story: Story,
  gates: ReadonlySet<string>,
): Promise<GateFinding[]> {
  const { tx } = work;
  const style = await houseStyleOf(tx);
  const paragraphs = paragraphsOf(story.content);
  // Only the gates are asked: the rest is for whoever writes.
  const levels: Record<string, Level> = {};
  for (const { id } of rules) levels[id] = gates.has(id) ? 'gate' : 'off';
  const day = dayOf(story.publishAt ?? story.publishedAt ?? work.at, await timeZoneOf(tx));
  const deskWith = (archive: ArchiveCounts): CopyDesk =>
    new CopyDesk({ ...style, levels }, { day, archive, language: 'ar' });
  const archive = await archiveFor(tx, (unknown) => void deskWith(unknown).read(paragraphs));
  const waived = (await listWaivers(tx, story.id)).filter(({ reason }) => reason !== null);
  return deskWith(archive)
    .read(paragraphs)
    .filter(({ gate }) => gate)
    .filter(({ rule, text, paragraph, start, end }) => {
      const around = aroundOf(paragraphs[paragraph]?.text ?? '', start, end);
      return !waived.some(
        (one) =>
          one.rule === rule && one.text === text && (one.around === '' || one.around === around),
      );
    })
    .map(({ rule, text, message, fixes }) => ({ rule, text, message, fixes: [...fixes] }));
}
