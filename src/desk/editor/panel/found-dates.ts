import type { Node } from '@tiptap/pm/model';
import { findTimes } from '../../../arabic/times/find-times.ts';
import type { Granularity } from '../../../arabic/times/reading.ts';
import type { Place } from '../page/passage-marks.ts';
import type { StoryEvent } from '../saving/story-work.ts';

export interface FoundDate {
  text: string;
  at: number;
  granularity: StoryEvent['granularity'];
  place: Place;
}

/** What the diary has days for; a quarter or a season is none. */
const ofDiary: Partial<Record<Granularity, StoryEvent['granularity']>> = {
  minute: 'minute',
  hour: 'minute',
  day: 'day',
  week: 'week',
  month: 'month',
  year: 'year',
};

/** Times to come that the text speaks of, each once. */
export function datesToCome(doc: Node, from: { at: number; timeZone: string }): FoundDate[] {
  const found = new Map<string, FoundDate>();
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return;
    const text = node.textBetween(0, node.content.size, undefined, '\n');
    for (const time of findTimes(text, from)) {
      if (!time.sure || time.at === null || time.at < from.at || found.has(time.text)) continue;
      const granularity = ofDiary[time.granularity];
      if (granularity === undefined) continue;
      found.set(time.text, {
        text: time.text,
        at: time.at,
        granularity,
        place: { from: pos + 1 + time.start, to: pos + 1 + time.end },
      });
    }
    return false;
  });
  return [...found.values()].slice(0, 12);
}
