import type { Generated } from 'kysely';

/** Tables of the copy desk. */
export interface CopyDeskTables {
  lexicon: LexiconTable;
  archive_forms: ArchiveFormTable;
  waivers: WaiverTable;
  style_months: StyleMonthTable;
}

/** How the newsroom writes a name, a place or a word, and how it must not be written. */
interface LexiconTable {
  id: Generated<number>;
  right_form: string;
  variants_json: string;
  kind: string;
  note: string | null;
  changed_at: number;
  changed_by: string;
}

/** How often what is public writes a word in one spelling. */
interface ArchiveFormTable {
  /** The word as search compares it: all spellings of one word have one key. */
  key: string;
  /** As written, without tashkeel. */
  form: string;
  count: number;
}

/** A finding that somebody let pass in one story. */
interface WaiverTable {
  id: Generated<number>;
  story_id: number;
  rule: string;
  text: string;
  /** The words around it, where it is let pass at one place alone; empty for the whole story. */
  around: string;
  /** Opens a gate; without one the finding is only ignored. */
  reason: string | null;
  at: number;
  actor_id: string | null;
  actor_name: string;
}

/** What a rule caught in a month (YYYY-MM, by the newsroom's time), and what became of it. */
interface StyleMonthTable {
  month: string;
  rule: string;
  caught: Generated<number>;
  fixed: Generated<number>;
  ignored: Generated<number>;
  waived: Generated<number>;
}
