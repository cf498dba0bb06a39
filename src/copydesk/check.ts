import {
  type CopyContext,
  defaultContext,
  defaultHouseStyle,
  type HouseStyle,
  severityOf,
} from './house-style.ts';
import { bareOf, type Paragraph, type ParagraphInput, readParagraph } from './paragraph.ts';
import { splitText } from './plain-text.ts';
import { quoteBalance } from './protect.ts';
import type { Range } from './ranges.ts';
import type { Finding, Match, ParagraphRule, Rule, Setting, Severity, StoryRule } from './rule.ts';
import { rules } from './rules.ts';
import { type AskableWord, ownWords, wordsToAsk } from './unknown.ts';

/** A finding in one paragraph of a story; its range is of that paragraph's text. */
export interface StoryFinding extends Finding {
  paragraph: number;
}

/** A paragraph that was read, and what the rules said of it. */
interface Reading {
  paragraph: Paragraph;
  findings: readonly Finding[];
}

interface Active<R extends Rule> {
  rule: R;
  severity: Severity;
  gate: boolean;
}

const gravity: Readonly<Record<Severity, number>> = { error: 2, warning: 1, info: 0 };

/**
 * A copy desk that knows the house style. Keep it between readings of one story: it reads again only
 * the paragraphs that have changed, and the rules that compare paragraphs.
 *
 * ```ts
 * const desk = new CopyDesk({ ...defaultHouseStyle, quotes: '«»' }, { ...defaultContext, day: '2021-07-24' });
 * const findings = desk.read([{ kind: 'headline', text: 'الحرب ضد الارهاب' }]);
 * ```
 */
export class CopyDesk {
  readonly #setting: Setting;
  readonly #ignored: ReadonlySet<string>;
  /** How the newsroom itself writes its words: never wrong, whatever a rule says. */
  readonly #own: ReadonlySet<string>;
  readonly #ownWords: ReadonlySet<string>;
  readonly #ofParagraph: Active<ParagraphRule>[] = [];
  readonly #ofStory: Active<StoryRule>[] = [];
  #readings = new Map<string, Reading>();

  constructor(style: HouseStyle = defaultHouseStyle, context: CopyContext = defaultContext) {
    this.#setting = { style, context };
    this.#ignored = new Set(style.ignored);
    this.#own = new Set(style.lexicon.map(({ right }) => bareOf(right)));
    this.#ownWords = ownWords(style.lexicon);
    for (const rule of rules) {
      const level = style.levels[rule.id];
      const severity = level === undefined ? rule.severity : severityOf(level);
      if (severity === null) continue;
      const gate = level === 'gate';
      if (rule.scope === 'paragraph') this.#ofParagraph.push({ rule, severity, gate });
      else this.#ofStory.push({ rule, severity, gate });
    }
  }

  /** All findings of a story in reading order. */
  read(inputs: readonly ParagraphInput[]): StoryFinding[] {
    const readings = this.#readAll(inputs);
    const found: StoryFinding[] = readings.flatMap(({ findings }, paragraph) =>
      findings.map((finding) => ({ ...finding, paragraph })),
    );
    const story = { paragraphs: readings.map(({ paragraph }) => paragraph) };
    for (const active of this.#ofStory)
      for (const match of active.rule.match(story, this.#setting)) {
        const paragraph = story.paragraphs[match.paragraph];
        const finding = paragraph === undefined ? null : this.#finding(active, match, paragraph);
        if (finding !== null) found.push({ ...finding, paragraph: match.paragraph });
      }
    return withoutRepeats(found);
  }

  /**
   * The words that a dictionary may be asked about, each as it is pointed out when that does not know it.
   *
   * @param found what {@link read} has found in the same paragraphs
   */
  wordsToAsk(inputs: readonly ParagraphInput[], found: readonly StoryFinding[]): AskableWord[] {
    const paragraphs = this.#readAll(inputs).map(({ paragraph }) => paragraph);
    return wordsToAsk(paragraphs, found, this.#ownWords, this.#setting.context.language);
  }

  /** What the rules that need no other paragraph say of one. */
  readParagraph(input: ParagraphInput): Finding[] {
    const [reading] = this.#readAll([input]);
    return withoutRepeats(
      (reading?.findings ?? []).map((finding) => ({ ...finding, paragraph: 0 })),
    ).map(({ paragraph: _, ...finding }) => finding);
  }

  #readAll(inputs: readonly ParagraphInput[]): Reading[] {
    const kept = new Map<string, Reading>();
    let open = false;
    const readings = inputs.map((input) => {
      const inQuote = open && goesOn(input.text);
      const key = `${input.kind} ${inQuote} ${(input.protect ?? []).map(({ start, end }) => `${start}-${end}`).join()} ${input.text}`;
      const reading = kept.get(key) ?? this.#readings.get(key) ?? this.#readOne(input, inQuote);
      kept.set(key, reading);
      const balance = quoteBalance(input.text);
      open = balance.opens || (inQuote && !balance.closes);
      return reading;
    });
    this.#readings = kept;
    return readings;
  }

  #readOne(input: ParagraphInput, inQuote: boolean): Reading {
    const paragraph = readParagraph(input, inQuote, this.#ignored);
    const findings: Finding[] = [];
    const isArabic = paragraph.words.some(({ arabic }) => arabic);
    for (const active of this.#ofParagraph) {
      if (!isArabic && active.rule.sees !== 'everything') continue;
      for (const match of active.rule.match(paragraph, this.#setting)) {
        const finding = this.#finding(active, match, paragraph);
        if (finding !== null) findings.push(finding);
      }
    }
    return { paragraph, findings };
  }

  #finding(
    { rule, severity, gate }: Active<Rule>,
    match: Match,
    paragraph: Paragraph,
  ): Finding | null {
    const { start, end, fixes } = match;
    const everything = rule.scope === 'paragraph' && rule.sees === 'everything';
    if (!everything && paragraph.protected.at(start, end) !== null) return null;
    if (this.#own.has(bareOf(paragraph.text.slice(start, end)))) return null;
    const quotes = rule.quotes ?? 'skip';
    const inside = quotes === 'check' ? null : insideOf(paragraph.quoted.at(start, end), match);
    if (inside !== null && quotes === 'skip') return null;
    const graver = match.severity ?? severity;
    const own =
      inside !== null || gravity[graver] > gravity[severity]
        ? inside === null
          ? severity
          : 'info'
        : graver;
    const message = match.message ?? rule.message;
    return {
      ...{ rule: rule.id, family: rule.family, start, end, fixes },
      text: paragraph.text.slice(start, end),
      message: message[this.#setting.context.language],
      severity: own,
      autofix: rule.safe && match.safe !== false && fixes.length > 0 && inside === null,
      gate: gate && inside === null,
    };
  }
}

/** A quotation counts when a match lies in it or reaches into it, not when the match holds it whole. */
function insideOf(quoted: Range | null, { start, end }: Match): Range | null {
  return quoted !== null && start < quoted.start && end > quoted.end ? null : quoted;
}

/** A quotation goes on in the next paragraph only when that closes it, or opens with its mark again. */
function goesOn(text: string): boolean {
  return quoteBalance(text).closes || /^[«“]/.test(text);
}

/** In reading order; of findings that say the same of one place, the gravest and first. */
function withoutRepeats(findings: StoryFinding[]): StoryFinding[] {
  const sorted = findings
    .map((finding, order) => ({ finding, order }))
    .sort(
      (a, b) =>
        a.finding.paragraph - b.finding.paragraph ||
        a.finding.start - b.finding.start ||
        gravity[b.finding.severity] - gravity[a.finding.severity] ||
        a.order - b.order,
    )
    .map(({ finding }) => finding);
  const kept: StoryFinding[] = [];
  const seen = new Set<string>();
  for (const finding of sorted) {
    const place = `${finding.paragraph} ${finding.start} ${finding.end}`;
    const same = [`${place} ${finding.fixes[0] ?? ''}`, `${place} ${finding.family}`];
    if (same.some((key) => seen.has(key))) continue;
    for (const key of same) seen.add(key);
    kept.push(finding);
  }
  return kept;
}

/**
 * Checks a plain text: the first line is its headline when more follows, lines are paragraphs.
 *
 * @returns findings with ranges of `text` (UTF-16 units), info included; filter by severity.
 */
export function checkText(
  text: string,
  style: HouseStyle = defaultHouseStyle,
  context: CopyContext = defaultContext,
): Finding[] {
  const paragraphs = splitText(text);
  return new CopyDesk(style, context).read(paragraphs).map(({ paragraph, ...finding }) => {
    const from = paragraphs[paragraph]?.start ?? 0;
    return { ...finding, start: finding.start + from, end: finding.end + from };
  });
}
