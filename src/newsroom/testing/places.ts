import { inTransaction, type Newsroom } from '../newsroom.ts';
import { ensureSectionIn } from '../sections/sections.ts';
import type { StoryContentInput } from '../stories/story.ts';
import { ensureNamedIn } from '../topics/named.ts';
import { staff } from './newsroom.ts';

/** A section, two topics, a series and a person, and the content that names them all. */
export interface Places {
  section: number;
  otherSection: number;
  topic: number;
  otherTopic: number;
  series: number;
  person: number;
  /** Stands in the section, the first topic and the series, signed by the person. */
  everywhere: Partial<StoryContentInput>;
}

export function makePlaces(newsroom: Newsroom): Promise<Places> {
  return inTransaction(newsroom, staff.chief, async (work) => {
    const { id: section } = await ensureSectionIn(work, { name: 'محليات' });
    const { id: otherSection } = await ensureSectionIn(work, { name: 'رياضة' });
    const { id: topic } = await ensureNamedIn(work, 'topics', { name: 'الجسور' });
    const { id: otherTopic } = await ensureNamedIn(work, 'topics', { name: 'الملاحة' });
    const { id: series } = await ensureNamedIn(work, 'series', { name: 'مدينة على نهرين' });
    const { id: person } = await ensureNamedIn(work, 'people', { name: 'سلمى البحر' });
    const everywhere = {
      sectionId: section,
      topicIds: [topic],
      seriesId: series,
      byline: { personIds: [person] },
    };
    return { section, otherSection, topic, otherTopic, series, person, everywhere };
  });
}
