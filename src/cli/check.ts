import { basename } from 'node:path';
import { fixSafely } from '../copydesk/fix.ts';
import {
  type CopyContext,
  defaultContext,
  defaultHouseStyle,
  type HouseStyle,
} from '../copydesk/house-style.ts';
import type { Finding, Severity } from '../copydesk/rule.ts';
import type { ProseFormat } from '../moving/prose/prose.ts';
import { checkProse, formatOf } from '../moving/prose/read-prose.ts';
import { checkArchive, isArchive } from './check-archive.ts';
import { findingLines } from './finding-lines.ts';
import { readInput } from './input.ts';
import { print } from './output.ts';

export interface CheckOptions {
  json?: boolean;
  fix?: boolean;
  level: Severity;
  failOn?: 'error' | 'warning';
  format?: ProseFormat | 'jsonl';
  lang: 'ar' | 'en';
}

/** How the house writes, and what its archive knows. Without a newsroom: the defaults. */
export interface House {
  style: HouseStyle;
  context: CopyContext;
}

const gravity: Readonly<Record<Severity, number>> = { error: 2, warning: 1, info: 0 };

export const atLeast = (level: Severity) => (one: { severity: Severity }) =>
  gravity[one.severity] >= gravity[level];

/** `matbaa check FILE|-`: what the copy desk would mark in a text, a page, or a whole archive. */
export async function checkCommand(file: string, options: CheckOptions): Promise<void> {
  const house = houseOf(options);
  if (options.format === 'jsonl' || (options.format === undefined && isArchive(file)))
    return checkArchive(file, house, options);
  const content = await readInput(file);
  const format = options.format ?? formatOf(basename(file), content);
  const check = (text: string): Finding[] => checkProse(text, format, house.style, house.context);
  const findings = check(content).filter(atLeast(options.level));
  if (options.fix === true) process.stdout.write(fixSafely(content, check));
  else
    print(
      {
        findings: findings.map(({ rule, start, end, text, message, fixes, severity, autofix }) => ({
          ...{ rule, start, end, text, message, fixes, severity, autofix },
        })),
      },
      { json: options.json ?? false, lines: findingLines(content, findings) },
    );
  if (options.failOn !== undefined && findings.some(atLeast(options.failOn))) process.exitCode = 1;
}

function houseOf({ lang }: CheckOptions): House {
  return { style: defaultHouseStyle, context: { ...defaultContext, language: lang } };
}
