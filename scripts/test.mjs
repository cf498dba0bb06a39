/**
 * The one test command (`npm test`): brings what the tests need or says what is missing, then
 * builds, checks and tries everything, and stops at the first step that fails.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findNode24 } from '../bin/find-node.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const node = findNode24(root);
if (node === null) {
  console.error(
    `Matbaa is tested with Node 24 and this is ${process.version}. Run "npm ci" without --omit=optional, or install Node 24.`,
  );
  process.exit(1);
}
if (node !== process.execPath) {
  const { status } = spawnSync(node, [fileURLToPath(import.meta.url)], { stdio: 'inherit' });
  process.exit(status ?? 1);
}

const { findChromium, findProgram } = await import('../e2e/support/find-program.ts');
const { findPostgres } = await import('../src/store/testing/postgres-binaries.ts');

const modules = join(root, 'node_modules');
const reports = mkdtempSync(join(tmpdir(), 'matbaa-test-'));
process.on('exit', () => rmSync(reports, { recursive: true, force: true }));

/** Children find this Node, and the tools of this package, before any other. */
const env = {
  ...process.env,
  PATH: [dirname(node), join(modules, '.bin'), process.env.PATH ?? ''].join(delimiter),
};

/** Runs a program to its end; gives back its exit code, and what it wrote unless that was shown. */
function run([program, ...args], { shown = true } = {}) {
  return new Promise((resolve) => {
    const stdio = shown ? 'inherit' : ['ignore', 'pipe', 'pipe'];
    const child = spawn(program, args, { cwd: root, env, stdio });
    const written = [];
    child.stdout?.on('data', (chunk) => written.push(chunk));
    child.stderr?.on('data', (chunk) => written.push(chunk));
    child.on('error', (error) => resolve({ code: 1, output: `${error.message}\n` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(written) }));
  });
}
const script = (...path) => [node, join(modules, ...path)];

const vitest = (name, ...args) => [
  ...script('vitest', 'vitest.mjs'),
  'run',
  ...args,
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${join(reports, `${name}.json`)}`,
];

/** Steps in order; those of one row do not need each other and run at the same time. */
const steps = [
  [
    { name: 'build', command: [node, 'scripts/build.mjs'] },
    { name: 'typecheck', command: [...script('typescript', 'bin', 'tsc'), '--noEmit'] },
    {
      name: 'typecheck: desk',
      command: [...script('typescript', 'bin', 'tsc'), '--noEmit', '-p', 'src/desk'],
    },
  ],
  [
    {
      name: 'lint: biome',
      command: [...script('@biomejs', 'biome', 'bin', 'biome'), 'check', '.'],
    },
    {
      name: 'lint: styles',
      command: [...script('stylelint', 'bin', 'stylelint.mjs'), 'src/**/*.css'],
    },
    {
      name: 'lint: imports',
      command: [
        ...script('dependency-cruiser', 'bin', 'dependency-cruise.mjs'),
        'src',
        '--config',
        '.dependency-cruiser.cjs',
      ],
    },
  ],
  [{ name: 'unit and contract tests', tests: 'unit', command: vitest('unit') }],
  [
    {
      name: 'end-to-end tests',
      tests: 'e2e',
      command: vitest('e2e', '--config', 'e2e/vitest.config.ts'),
    },
  ],
];

const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;
const begun = performance.now();

await prepare();
for (const row of steps) {
  const codes = await Promise.all(row.map((step) => perform(step, { alone: row.length === 1 })));
  const failed = codes.find((code) => code !== 0);
  if (failed !== undefined) finish(failed);
}
finish(0);

async function perform({ name, command }, { alone }) {
  const since = performance.now();
  if (alone) console.log(`\n── ${name}`);
  const { code, output } = await run(command, { shown: alone });
  console.log(
    `${alone ? '' : '\n'}── ${name}: ${code === 0 ? 'done' : 'FAILED'} in ${seconds(since)}`,
  );
  if (!alone && output.length > 0) process.stdout.write(output);
  return code;
}

/** Counts the tests of all the steps that ran, and ends. */
function finish(code) {
  let passed = 0;
  let failed = 0;
  let skipped = 0;
  for (const { tests } of steps.flat().filter((step) => step.tests !== undefined)) {
    let report;
    try {
      report = JSON.parse(readFileSync(join(reports, `${tests}.json`), 'utf8'));
    } catch {
      // The step was not reached, or broke before it could count.
      continue;
    }
    passed += report.numPassedTests;
    failed += report.numFailedTests;
    skipped += report.numPendingTests + report.numTodoTests;
  }
  console.log(`\n── all of it: ${code === 0 ? 'done' : 'FAILED'} in ${seconds(begun)}`);
  if (skipped > 0) console.log(`${skipped} skipped`);
  // A step that broke outside its tests leaves nothing to count that would be the truth.
  if (code === 0 || failed > 0) console.log(`${passed} passed, ${failed} failed`);
  process.exit(code);
}

/** Makes sure that there is a browser and a PostgreSQL server to test with. */
async function prepare() {
  const wanted = [];
  if (findChromium() === null) wanted.push('chromium');
  if (findPostgres() === null) wanted.push('postgresql');
  if (wanted.length > 0 && process.getuid?.() === 0 && findProgram('apt-get') !== null) {
    console.log(`── installing ${wanted.join(' and ')}`);
    Object.assign(env, { DEBIAN_FRONTEND: 'noninteractive' });
    const update = await run(['apt-get', 'update', '-qq']);
    if (update.code === 0)
      await run(['apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...wanted]);
  }
  if (findChromium() === null) {
    console.error(
      'No Chromium found, which the end-to-end tests need: install one (Debian: apt-get install chromium), or name one with MATBAA_CHROMIUM.',
    );
    process.exit(1);
  }
  if (findProgram('java') === null)
    console.log('No Java found: the Nu HTML checker will be skipped.');
}
