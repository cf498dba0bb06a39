#!/usr/bin/env node
/**
 * Starts the built program under Node 24, whichever Node was called: npm installs
 * a Node 24 binary as an optional dependency of this package (docs/adr/001).
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { findNode24 } from './find-node.js';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const built = join(root, 'dist', 'server', 'cli.js');

/** Runs another Node and ends as it ends. */
function under(node, args, env) {
  const child = spawn(node, args, { stdio: 'inherit', env });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) =>
      resolve(code ?? 128 + (signal === null ? 0 : (constants.signals[signal] ?? 0))),
    );
  });
}

const node = findNode24(root);
if (node === null) {
  process.stderr.write(
    `matbaa: This is Node ${process.versions.node}, and Matbaa needs Node 24. Run "npm ci" in ${root} without --omit=optional (it brings Node 24), or install Node 24.\n`,
  );
  process.exit(1);
}
if (!existsSync(built)) {
  const code = await under(node, [join(root, 'scripts', 'build.mjs')], process.env);
  if (code !== 0) {
    process.stderr.write(
      'matbaa: The program could not be built; run "npm run build" to see why.\n',
    );
    process.exit(1);
  }
}
/*
 * A server lives long and holds thousands of small buffers: with these V8 and malloc
 * keep it a third smaller. They can only be given to a process as it begins.
 */
const isServer = process.argv[2] === 'start';
const flags = isServer ? ['--max-semi-space-size=4', '--heap-growing-percent=30'] : [];
const env = isServer ? { MALLOC_ARENA_MAX: '2', ...process.env } : process.env;
const isTuned = !isServer || process.execArgv.includes(flags[0]);

if (node === process.execPath && isTuned) {
  // The long patterns of dates and house style would be compiled twice, the first time for a second and more.
  setFlagsFromString('--no-regexp-tier-up');
  const { main } = await import('../dist/server/cli.js');
  await main(process.argv.slice(2));
} else {
  const args = [...flags, fileURLToPath(import.meta.url), ...process.argv.slice(2)];
  // The same process goes on as the other program, where the system can do that.
  if (process.execve !== undefined && process.platform !== 'win32')
    process.execve(node, [node, '--disable-warning=ExperimentalWarning', ...args], env);
  else process.exit(await under(node, args, env));
}
