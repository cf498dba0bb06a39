import type { Finding } from '../copydesk/rule.ts';

const LONGEST_SHOWN = 60;

/** What was found, a line each with its place, and a line that sums up. */
export function findingLines(content: string, findings: readonly Finding[]): string[] {
  const starts = [0];
  for (let i = content.indexOf('\n'); i >= 0; i = content.indexOf('\n', i + 1)) starts.push(i + 1);
  let line = 0;
  const lines = [...findings]
    .sort((a, b) => a.start - b.start)
    .map(({ start, text, fixes, severity, rule, message, autofix }) => {
      while ((starts[line + 1] ?? Number.POSITIVE_INFINITY) <= start) line += 1;
      const place = `${line + 1}:${start - (starts[line] ?? 0) + 1}`;
      const [fix] = fixes;
      const change = fix === undefined ? shown(text) : `${shown(text)} → ${shown(fix)}`;
      return `${place.padEnd(8)}${severity.padEnd(9)}${rule.padEnd(24)}${change}${autofix ? ' ✓' : ''}\n${' '.repeat(17)}${message}`;
    });
  return [...lines, summary(findings)];
}

function shown(text: string): string {
  const short = text.length <= LONGEST_SHOWN ? text : `${text.slice(0, 28)} … ${text.slice(-28)}`;
  return short === ''
    ? '(nothing)'
    : `«${short.replace(/\n/g, ' ').replace(/ {2,}/g, (run) => '·'.repeat(run.length))}»`;
}

/** «3 errors, 1 warning; 3 can be mended with --fix (✓).» */
export function summary(findings: readonly Pick<Finding, 'severity' | 'autofix'>[]): string {
  if (findings.length === 0) return 'Nothing to mend.';
  const parts = (['error', 'warning', 'info'] as const).flatMap((severity) => {
    const n = findings.filter((one) => one.severity === severity).length;
    if (n === 0) return [];
    return [severity === 'info' ? `${n} for information` : `${n} ${severity}${n === 1 ? '' : 's'}`];
  });
  const mended = findings.filter((one) => one.autofix && one.severity !== 'info').length;
  return `${parts.join(', ')}; ${mended} can be mended with --fix (✓).`;
}
