import { createInterface } from 'node:readline';
import { z } from 'zod';
import { wordCount } from '../arabic/tokens.ts';
import { CopyDesk } from '../copydesk/check.ts';
import type { ParagraphInput } from '../copydesk/paragraph.ts';
import { rules } from '../copydesk/rules.ts';
import { openJsonl } from '../moving/jsonl.ts';
import { atLeast, type CheckOptions, type House } from './check-options.ts';
import { summary } from './finding-lines.ts';
import { messageOf } from './input.ts';
import { print } from './output.ts';
import { progressBar } from './progress-bar.ts';
import { Refused } from './refused.ts';

const storySchema = z.object({
  title: z.string().nullish(),
  abstract: z.string().nullish(),
  text: z.string(),
});

/** An archive by its name: one JSON object a line, plain or gzip. */
export function isArchive(file: string): boolean {
  return /\.jsonl(?:\.gz)?$|\.ndjson(?:\.gz)?$/i.test(file);
}

/** The paragraphs of a story in an archive. */
export function archivedParagraphs(title: string, text: string): ParagraphInput[] {
  const body = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  return [
    ...(title.trim() === '' ? [] : [{ kind: 'headline' as const, text: title }]),
    ...body.map((line) => ({ kind: 'body' as const, text: line })),
  ];
}

interface Tally {
  count: number;
  stories: number;
}

/** Checks every story of an archive and sums up by rule. */
export async function checkArchive(
  file: string,
  house: House,
  options: CheckOptions,
): Promise<void> {
  if (options.fix === true)
    throw new Refused('--fix takes one text, not an archive. Leave it out, or give one story.');
  const input = await openJsonl(file).catch((error: unknown) => {
    throw new Refused(`Cannot read ${file} (${messageOf(error)}). Check the path.`);
  });
  const bar = progressBar('Checking');
  const desk = new CopyDesk(house.style, house.context);
  const tallies = new Map<string, Tally>();
  const found: { severity: 'error' | 'warning' | 'info'; autofix: boolean }[] = [];
  let [stories, words, refused] = [0, 0, 0];
  const begun = performance.now();
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue;
    const story = storyOf(line);
    if (story === null) {
      refused += 1;
      continue;
    }
    stories += 1;
    const title = story.title ?? '';
    words += wordCount(title) + wordCount(story.text);
    const seen = new Set<string>();
    for (const finding of desk
      .read(archivedParagraphs(title, story.text))
      .filter(atLeast(options.level))) {
      found.push({ severity: finding.severity, autofix: finding.autofix });
      const tally = tallies.get(finding.rule) ?? { count: 0, stories: 0 };
      tally.count += 1;
      if (!seen.has(finding.rule)) tally.stories += 1;
      seen.add(finding.rule);
      tallies.set(finding.rule, tally);
    }
    if (stories % 200 === 0) bar.update(stories);
  }
  bar.stop();
  if (stories === 0)
    throw new Refused(
      `${file} holds no story; each line must be a JSON object with title and text.`,
    );
  const seconds = (performance.now() - begun) / 1000;
  const rows = rules
    .flatMap(({ id, severity }) => {
      const tally = tallies.get(id);
      return tally === undefined ? [] : [{ rule: id, severity, ...tally }];
    })
    .sort((a, b) => b.count - a.count);
  print(
    { stories, words, refused, seconds: Math.round(seconds * 100) / 100, rules: rows },
    {
      json: options.json ?? false,
      lines: [
        `${'rule'.padEnd(26)}${'severity'.padEnd(10)}${'found'.padStart(9)}${'stories'.padStart(9)}${'per 1,000 words'.padStart(18)}`,
        ...rows.map(
          ({ rule, severity, count, stories: in_ }) =>
            `${rule.padEnd(26)}${severity.padEnd(10)}${String(count).padStart(9)}${String(in_).padStart(9)}${((count / words) * 1000).toFixed(2).padStart(18)}`,
        ),
        `${stories} stories, ${words} words in ${seconds.toFixed(1)} s${refused > 0 ? `; ${refused} lines are no stories` : ''}. ${summary(found)}`,
      ],
    },
  );
  if (options.failOn !== undefined && found.some(atLeast(options.failOn))) process.exitCode = 1;
}

function storyOf(line: string): z.infer<typeof storySchema> | null {
  try {
    const parsed = storySchema.safeParse(JSON.parse(line));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
