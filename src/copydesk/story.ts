import type { Paragraph } from './paragraph.ts';

/** A story as the rules that compare paragraphs see it. */
export interface Story {
  paragraphs: readonly Paragraph[];
}
