/**
 * `npm run bench:copydesk -- [--corpus FILE] [--cases FILE] [--rule ID [--sample N]]`
 *
 * What the copy desk finds in an archive (`--corpus`, JSONL as for import, plain or gzip): findings
 * and stories by rule, and milliseconds of processor time
 * for 1,000 words. `--rule` shows places of one rule in their
 * sentence instead, spread over the corpus, to be read by a person. `--cases` is a file of labelled
 * texts, one JSON object a line or an array, `{text, expected: [{start, end, fix, kind}]}`: how many
 * of the faults are found, and with the right fix; how many findings are none. A fix of null asks for
 * the place alone. Exact ranges may differ («  » or « » for a doubled space): what counts is that they
 * meet and that the text mended reads the same.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { wordCount } from '../src/arabic/tokens.ts';
import { CopyDesk, checkText } from '../src/copydesk/check.ts';
import { applyFixes, safeFixes } from '../src/copydesk/fix.ts';
import { rules } from '../src/copydesk/rules.ts';

const { values: options } = parseArgs({
  options: {
    corpus: { type: 'string' },
    cases: { type: 'string' },
    rule: { type: 'string' },
    sample: { type: 'string', default: '30' },
    misses: { type: 'boolean', default: false },
  },
});

/** Milliseconds of processor time of this process: what others do on the machine counts less. */
function cpu() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function read(file) {
  const bytes = readFileSync(file);
  return (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8');
}

const objects = (text) =>
  text.trimStart().startsWith('[')
    ? JSON.parse(text)
    : text
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => JSON.parse(line));

const paragraphsOf = ({ title, text }) => [
  { kind: 'headline', text: title ?? '' },
  ...text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => ({ kind: 'body', text: line })),
];

function corpus(file) {
  const stories = objects(read(file)).map(paragraphsOf);
  const words = stories.reduce(
    (sum, paragraphs) => sum + paragraphs.reduce((n, { text }) => n + wordCount(text), 0),
    0,
  );
  const tallies = new Map();
  const places = [];
  const desk = new CopyDesk();
  const begun = cpu();
  for (const paragraphs of stories) {
    const seen = new Set();
    for (const finding of desk.read(paragraphs)) {
      const tally = tallies.get(finding.rule) ?? {
        error: 0,
        warning: 0,
        info: 0,
        auto: 0,
        stories: 0,
      };
      tally[finding.severity] += 1;
      if (finding.autofix) tally.auto += 1;
      if (!seen.has(finding.rule)) tally.stories += 1;
      seen.add(finding.rule);
      tallies.set(finding.rule, tally);
      if (finding.rule === options.rule)
        places.push({ finding, text: paragraphs[finding.paragraph].text });
    }
  }
  const time = cpu() - begun;
  if (options.rule !== undefined) return show(places);
  console.log(`${'rule'.padEnd(28)}   error warning    info    auto stories  /1,000 words`);
  for (const { id } of rules) {
    const tally = tallies.get(id);
    if (tally === undefined) continue;
    const shown = tally.error + tally.warning;
    console.log(
      `${id.padEnd(28)}${[tally.error, tally.warning, tally.info, tally.auto, tally.stories].map((n) => String(n).padStart(8)).join('')}${((shown / words) * 1000).toFixed(3).padStart(14)}`,
    );
  }
  console.log(
    `${rules.length} rules, ${stories.length} stories, ${words} words, ${(time / (words / 1000)).toFixed(2)} ms for 1,000 words`,
  );
  return speed(stories);
}

/** A text of 5,000 words, read once cold and then as new paragraphs each time. */
function speed(stories) {
  const long = [];
  let words = 0;
  for (const paragraphs of stories)
    for (const paragraph of paragraphs) {
      if (words >= 5000) break;
      words += wordCount(paragraph.text);
      long.push(paragraph);
    }
  const times = [];
  for (let i = 0; i < 15; i += 1) {
    const desk = new CopyDesk();
    const at = cpu();
    desk.read(long);
    times.push(cpu() - at);
  }
  const warm = new CopyDesk();
  warm.read(long);
  const at = cpu();
  warm.read(long.map((one, i) => (i === 3 ? { ...one, text: `${one.text} ثم` } : one)));
  const again = cpu() - at;
  times.sort((a, b) => a - b);
  console.log(
    `a text of ${words} words: ${times[7].toFixed(1)} ms (median of 15), one paragraph changed ${again.toFixed(1)} ms`,
  );
}

function show(places) {
  const step = Math.max(1, Math.floor(places.length / Number(options.sample)));
  console.log(`${options.rule}: ${places.length} places`);
  for (let i = 0; i < places.length; i += step) {
    const { finding, text } = places[i];
    const [from, to] = [Math.max(0, finding.start - 45), Math.min(text.length, finding.end + 45)];
    const middle =
      finding.text.length > 90
        ? `${finding.text.slice(0, 45)} … ${finding.text.slice(-40)}`
        : finding.text;
    console.log(
      `${finding.severity[0]}${finding.autofix ? '✓' : ' '} ${text.slice(from, finding.start)}⟦${middle}⟧${text.slice(finding.end, to)}  →  ${finding.fixes.map((fix) => (fix.length > 60 ? '…' : `[${fix}]`)).join(' ')}`,
    );
  }
}

const mended = (text, { start, end }, fix) => text.slice(0, start) + fix + text.slice(end);
const meets = (a, b) =>
  a.start < Math.max(b.end, b.start + 1) && b.start < Math.max(a.end, a.start + 1);

function cases(file) {
  const kinds = new Map();
  let [found, right, expectedAll, alarms, autos, wrongAutos, words] = [0, 0, 0, 0, 0, 0, 0];
  for (const { text, expected } of objects(read(file))) {
    words += wordCount(text);
    const all = checkText(text);
    const findings = all.filter(({ severity }) => severity !== 'info');
    const used = new Set();
    for (const fault of expected) {
      expectedAll += 1;
      const kind = kinds.get(fault.kind) ?? { expected: 0, found: 0, right: 0 };
      kinds.set(fault.kind, kind);
      kind.expected += 1;
      // Faults of level info are found when asked for.
      const near = all.filter((finding) => meets(finding, fault));
      for (const finding of near) used.add(finding);
      const goal =
        fault.fix === null || fault.fix === undefined ? null : mended(text, fault, fault.fix);
      // Two findings may mend one fault between them: «( نص )».
      const together = goal !== null && applyFixes(text, safeFixes(near)) === goal;
      const hits = near.filter(
        ({ fixes, start, end }) =>
          goal === null || fixes.some((fix) => mended(text, { start, end }, fix) === goal),
      );
      if (near.length > 0) {
        found += 1;
        kind.found += 1;
      }
      if (hits.length > 0 || together) {
        right += 1;
        kind.right += 1;
      } else if (options.misses)
        console.log(
          `missed ${fault.kind}: ${text.slice(Math.max(0, fault.start - 25), fault.end + 25)} | ${text.slice(fault.start, fault.end)} → ${fault.fix} | ${near.map((one) => `${one.rule} ${one.text} → ${one.fixes.join('/')}`).join('; ')}`,
        );
      for (const finding of near.filter(
        ({ autofix, severity }) => autofix && severity !== 'info',
      )) {
        autos += 1;
        if (
          goal !== null &&
          !hits.includes(finding) &&
          mended(text, finding, finding.fixes[0]) !== goal
        )
          wrongAutos += 1;
      }
    }
    for (const finding of findings)
      if (!used.has(finding)) {
        alarms += 1;
        if (finding.autofix) {
          autos += 1;
          wrongAutos += 1;
        }
        if (options.misses)
          console.log(
            `alarm ${finding.rule}: ${finding.text} → ${finding.fixes[0]} | ${text.slice(Math.max(0, finding.start - 25), finding.end + 25)}`,
          );
      }
  }
  for (const [kind, { expected, found: n, right: r }] of [...kinds].sort())
    console.log(
      `${String(kind).padEnd(28)}${String(expected).padStart(6)} faults, ${n} found, ${r} with the right fix`,
    );
  const percent = (a, b) => (b === 0 ? '–' : `${((a / b) * 100).toFixed(1)}%`);
  console.log(
    `recall ${percent(found, expectedAll)}, with the right fix ${percent(right, expectedAll)}; precision ${percent(found, found + alarms)}; automatic fixes right ${percent(autos - wrongAutos, autos)} of ${autos}; ${alarms} other findings in ${words} words (${((alarms / words) * 1000).toFixed(2)} for 1,000)`,
  );
}

if (options.corpus === undefined && options.cases === undefined)
  console.log('Give --corpus FILE, --cases FILE, or both.');
if (options.corpus !== undefined) corpus(options.corpus);
if (options.cases !== undefined) cases(options.cases);
