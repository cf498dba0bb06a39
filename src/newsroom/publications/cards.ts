import { z } from 'zod';
import type { Db } from '../../store/schema.ts';
import { priorities, storyTypes } from '../stories/story.ts';
import { bylineSchema, pictureSchema } from './detail.ts';
import type { StoryCard } from './views.ts';

const typeSchema = z.enum(storyTypes);
const prioritySchema = z.enum(priorities);

/** The columns that a card is made of, the section's name joined in. Detail stays on disk. */
export function selectCards(db: Db) {
  return db
    .selectFrom('publications')
    .leftJoin('sections', 'sections.id', 'publications.section_id')
    .select([
      'publications.story_id',
      'publications.slug',
      'publications.type',
      'publications.kicker',
      'publications.headline',
      'publications.standfirst',
      'publications.published_at',
      'publications.updated_at',
      'publications.priority',
      'publications.priority_until',
      'publications.byline_json',
      'publications.lead_json',
      'publications.comment_count',
      'sections.id as section_id',
      'sections.slug as section_slug',
      'sections.name as section_name',
    ]);
}

export interface CardRow {
  story_id: number;
  slug: string;
  type: string;
  kicker: string | null;
  headline: string;
  standfirst: string | null;
  published_at: number;
  updated_at: number;
  priority: string;
  priority_until: number | null;
  byline_json: string;
  lead_json: string | null;
  comment_count: number;
  section_id: number | null;
  section_slug: string | null;
  section_name: string | null;
}

/** A row as lists show it. Breaking news whose time is over counts as normal. */
export function cardFrom(row: CardRow, now: number): StoryCard {
  const over = row.priority_until !== null && row.priority_until <= now;
  return {
    id: row.story_id,
    slug: row.slug,
    type: typeSchema.parse(row.type),
    kicker: row.kicker,
    headline: row.headline,
    standfirst: row.standfirst,
    section:
      row.section_id === null || row.section_slug === null || row.section_name === null
        ? null
        : { id: row.section_id, slug: row.section_slug, name: row.section_name },
    byline: bylineSchema.parse(JSON.parse(row.byline_json)),
    publishedAt: row.published_at,
    updatedAt: row.updated_at,
    lead: row.lead_json === null ? null : pictureSchema.parse(JSON.parse(row.lead_json)),
    commentCount: row.comment_count,
    priority: over ? 'normal' : prioritySchema.parse(row.priority),
  };
}
