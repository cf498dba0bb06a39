import type { CopyContext, HouseStyle } from './house-style.ts';
import type { Paragraph } from './paragraph.ts';
import type { Story } from './story.ts';

export type Severity = 'error' | 'warning' | 'info';

export type Family =
  | 'encoding'
  | 'punctuation'
  | 'quotes'
  | 'spelling'
  | 'consistency'
  | 'dates'
  | 'grammar'
  | 'news'
  | 'furniture'
  /** What no dictionary knows; no rule of the house is of this family. */
  | 'unknown';

/** One clear sentence that says what is wrong and why, in both languages of the desk. */
export interface Message {
  ar: string;
  en: string;
}

/** What a rule sees: a range of the paragraph's text (UTF-16 units), and what could stand there. */
export interface Match {
  start: number;
  end: number;
  /** Best first; «» deletes. None: a person must look. */
  fixes: readonly string[];
  /** False where this one place needs a person, though the rule is safe elsewhere. */
  safe?: boolean;
  /** Milder or graver than the rule, at this place. */
  severity?: Severity;
  /** More exact than the rule's own. */
  message?: Message;
}

export interface StoryMatch extends Match {
  /** Index of the paragraph in the story. */
  paragraph: number;
}

/** What the reader of the text has set up: how the house writes, and what is known of the day and the archive. */
export interface Setting {
  style: HouseStyle;
  context: CopyContext;
}

interface Declared {
  id: string;
  family: Family;
  /** Unless the house sets another level. Info is shown only when asked for. */
  severity: Severity;
  message: Message;
  /** A faulty text and how it should read; also the rule's test. `right: null` when only a person can mend it. */
  example: Example;
  /** The first fix may be applied by the machine: it is right at least 995 times in 1,000. */
  safe: boolean;
  /**
   * What happens inside quotation marks: nothing (the rule's usual lot), pointed out as info (closed
   * lists of misspellings), or checked as elsewhere (rules about the quotation marks themselves).
   */
  quotes?: 'skip' | 'info' | 'check';
}

export interface Example {
  wrong: string;
  right: string | null;
  /** What the example takes from the house, where the default style would not show the fault. */
  style?: Partial<HouseStyle>;
  context?: Partial<CopyContext>;
}

/** A rule that one paragraph is enough for. */
export interface ParagraphRule extends Declared {
  scope: 'paragraph';
  match: (paragraph: Paragraph, setting: Setting) => Iterable<Match>;
  /** Also looks at links, addresses and code, which are kept from all other rules. */
  sees?: 'everything';
}

/** A rule that compares paragraphs; the engine calls it after all of them are read. */
export interface StoryRule extends Declared {
  scope: 'story';
  match: (story: Story, setting: Setting) => Iterable<StoryMatch>;
}

export type Rule = ParagraphRule | StoryRule;

/** What the desk shows. Ranges are UTF-16 units of the original text. */
export interface Finding {
  rule: string;
  family: Family;
  start: number;
  end: number;
  /** What stands in that range. */
  text: string;
  message: string;
  /** Best first; «» deletes. */
  fixes: readonly string[];
  severity: Severity;
  /** The first fix may be applied without asking. */
  autofix: boolean;
  /** The house lets no story out with this until it is fixed or waived. */
  gate: boolean;
}
