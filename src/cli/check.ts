import { basename } from 'node:path';
import { fixSafely } from '../copydesk/fix.ts';
import type { Finding } from '../copydesk/rule.ts';
import { checkProse, formatOf } from '../moving/prose/read-prose.ts';
import { checkArchive, isArchive } from './check-archive.ts';
import { atLeast, type CheckOptions } from './check-options.ts';
import { findingLines } from './finding-lines.ts';
import { houseOf } from './house.ts';
import { readInput } from './input.ts';
import { print } from './output.ts';

/** `matbaa check FILE|-`: what the copy desk would mark in a text, a page, or a whole archive. */
export async function checkCommand(file: string, options: CheckOptions): Promise<void> {
  if (options.format === 'jsonl' || (options.format === undefined && isArchive(file)))
    return checkArchive(file, await houseOf(options, null), options);
  const content = await readInput(file);
  const format = options.format ?? formatOf(basename(file), content);
  const house = await houseOf(options, ({ style, context }) => {
    checkProse(content, format, style, context);
  });
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
