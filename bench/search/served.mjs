/** Searches end to end: a server of its own, asked over HTTP. */
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { load, tool } from '../load.mjs';
import { searchesIn } from './archive.mjs';

const bin = fileURLToPath(new URL('../../bin/matbaa.js', import.meta.url));
const seconds = Number(process.env.BENCH_SECONDS ?? 6);

export async function served(stories, count, scratch) {
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const env = {
    ...process.env,
    MATBAA_DATA: join(scratch, `served-${count}`),
    MATBAA_PORT: String(port),
    MATBAA_SITE_URL: base,
    MATBAA_DEMO: '0',
    DATABASE_URL: '',
  };
  const file = join(scratch, 'served.jsonl');
  const sample = [];
  const lines = [];
  let n = 0;
  for (const { title, text } of stories) {
    n += 1;
    if (n % Math.ceil(count / 500) === 0) sample.push({ text });
    const time = new Date(Date.now() - n * 600_000).toISOString();
    lines.push(
      JSON.stringify({ id: `bench-${n}`, section: 'أخبار', title, time, abstract: '', text }),
    );
  }
  writeFileSync(file, lines.join('\n'));
  await run(['import', 'jsonl', file, '--publish', '--json'], env);
  const server = spawn(process.execPath, [bin, 'start'], { env, stdio: 'ignore' });
  try {
    await untilReady(base, server);
    const waited = await untilRelated(env.MATBAA_DATA);
    if (waited > 0) console.log(`  waited ${waited} s for related stories to be found`);
    const searches = searchesIn(sample, 20_000);
    const paths = searches.map((query) => `/search?q=${encodeURIComponent(query)}`);
    await fetch(base + paths[0]);
    const times = [];
    for (const path of paths.slice(0, 500)) {
      const at = performance.now();
      await (await fetch(base + path)).text();
      times.push(performance.now() - at);
    }
    times.sort((a, b) => a - b);
    const { perSecond } = await load(base, paths.slice(500), seconds, scratch);
    console.log(
      `  served as pages: p50 ${times[250].toFixed(2)} ms one at a time; ${Math.round(perSecond)}/s with 32 connections (${tool}, gzip), no two alike`,
    );
    const again = await load(base, paths.slice(0, 200), seconds, scratch);
    console.log(`  the same 200 searches again and again: ${Math.round(again.perSecond)}/s`);
  } finally {
    const gone = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGTERM');
    await gone;
  }
}

/**
 * After an import the server looks for related stories for minutes, at a sixth of a processor. Waits
 * for the end of it, ten minutes at most, so that what is measured is what readers meet every day.
 * @returns seconds waited
 */
async function untilRelated(data) {
  const { DatabaseSync } = process.getBuiltinModule('node:sqlite');
  const index = new DatabaseSync(join(data, 'search.sqlite'), { readOnly: true });
  const missing = index.prepare('SELECT 1 FROM stories WHERE related IS NULL LIMIT 1');
  const begun = performance.now();
  while (missing.get() !== undefined && performance.now() - begun < 600_000)
    await new Promise((resolve) => setTimeout(resolve, 500));
  index.close();
  return Math.round((performance.now() - begun) / 1000);
}

async function untilReady(base, server) {
  for (;;) {
    const answer = await fetch(`${base}/healthz`).catch(() => null);
    if (answer?.ok) return;
    if (server.exitCode !== null) throw new Error('The server did not start.');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function run(args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [bin, ...args], {
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`matbaa ${args[0]} failed`)),
    );
  });
}

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
