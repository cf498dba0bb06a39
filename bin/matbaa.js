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
import { findNode24 } from './find-node.js';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const built = join(root, 'dist', 'server', 'cli.js');

/** Runs a script under another Node and ends as it ends. */
function under(node, script, args) {
  const child = spawn(node, [script, ...args], { stdio: 'inherit' });
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
  const code = await under(node, join(root, 'scripts', 'build.mjs'), []);
  if (code !== 0) {
    process.stderr.write(
      'matbaa: The program could not be built; run "npm run build" to see why.\n',
    );
    process.exit(1);
  }
}
if (node === process.execPath) {
  const { main } = await import('../dist/server/cli.js');
  await main(process.argv.slice(2));
} else {
  process.exit(await under(node, fileURLToPath(import.meta.url), process.argv.slice(2)));
}
