/**
 * `npm run bench`: how fast readers are served, as ratios to a bare node:http server
 * that sends the same bytes, measured in turns within one run. Budgets: docs/guide/budgets.md.
 */
import { fork, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { load, tool } from './load.mjs';
import { storyLines } from './stories.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = join(root, 'bin', 'matbaa.js');
const count = Number(process.env.BENCH_STORIES ?? 10_000);
const seconds = Number(process.env.BENCH_SECONDS ?? 6);
const scratch = mkdtempSync(join(tmpdir(), 'matbaa-bench-'));
const port = await freePort();
const barePort = await freePort();
const base = `http://127.0.0.1:${port}`;
const bareBase = `http://127.0.0.1:${barePort}`;
const env = {
  ...process.env,
  MATBAA_DATA: join(scratch, 'data'),
  MATBAA_PORT: String(port),
  MATBAA_SITE_URL: base,
  MATBAA_DEMO: '0',
  DATABASE_URL: '',
};
const rows = [];
let server;
let bare;

try {
  console.log(`Node ${process.version}, ${cpus().length} cores, load by ${tool}, ${count} stories`);
  const file = join(scratch, 'stories.jsonl');
  writeFileSync(file, [...storyLines(count)].join(''));
  const imported = JSON.parse(await matbaa('import', 'jsonl', file, '--publish', '--json'));
  say('import', `${Math.round(imported.imported / imported.seconds)} stories/s`);

  say('start to /healthz', `${await start()} ms on ${count} stories`);
  say('memory after start', `${memory()} MB`);
  const map = await (await fetch(`${base}/sitemap.xml`)).text();
  const paths = [...map.matchAll(/<loc>[^<]*?(\/\d+\/[^<]+)<\/loc>/g)].map((match) => match[1]);
  if (paths.length < count * 0.99) throw new Error(`The sitemap lists ${paths.length} stories.`);

  bare = fork(join(root, 'bench', 'bare-server.mjs'), [String(barePort)]);
  await new Promise((resolve) => bare.once('message', resolve));

  // Every story is asked for once: nothing is in the cache yet.
  const begun = await cpuOf(base);
  const missTime = performance.now();
  await askEach(paths);
  const missSeconds = (performance.now() - missTime) / 1000;
  const missCpu = ((await cpuOf(base)) - begun) / paths.length;
  say(
    'uncached stories',
    `${Math.round(paths.length / missSeconds)} pages/s, ${(missCpu * 1000).toFixed(3)} ms CPU each`,
  );

  await compare('one story', [paths[100]]);
  await compare('front page', ['/']);
  await compare('feed', ['/feed.xml']);
  await compare(`random of ${paths.length} stories`, paths);
  say('memory after load', `${memory()} MB`);
  say('publish → visible', await publishToVisible());
} finally {
  await stop();
  bare?.kill();
  rmSync(scratch, { recursive: true, force: true });
}
console.log(`\n${rows.map(([name, value]) => `${name.padEnd(28)} ${value}`).join('\n')}`);

function say(name, value) {
  rows.push([name, value]);
  console.log(`${name}: ${value}`);
}

/** Ours and the bare server by turns, twice, so that noise meets both alike. */
async function compare(name, paths) {
  for (const path of paths.slice(0, 2000)) await teach(path);
  const barePaths = paths.slice(0, 2000);
  await load(base, paths, 2, scratch);
  const ours = { perSecond: 0, cpu: 0, count: 0 };
  const theirs = { perSecond: 0, cpu: 0, count: 0 };
  for (let turn = 0; turn < 2; turn += 1) {
    await measure(ours, base, paths);
    await measure(theirs, bareBase, barePaths);
  }
  const ratio = ours.perSecond / theirs.perSecond;
  const cpu = (one) => `${((one.cpu / one.count) * 1000).toFixed(3)} ms`;
  say(
    name,
    `${Math.round(ours.perSecond / 2)}/s, bare ${Math.round(theirs.perSecond / 2)}/s, ratio ${ratio.toFixed(2)}; CPU per request ${cpu(ours)}, bare ${cpu(theirs)}`,
  );
}

async function measure(sum, address, paths) {
  const before = await cpuOf(address);
  const result = await load(address, paths, seconds, scratch);
  sum.cpu += (await cpuOf(address)) - before;
  sum.perSecond += result.perSecond;
  sum.count += result.count;
}

/** Gives the bare server the very bytes and headers that ours sends. */
async function teach(path) {
  const answer = await get(path);
  const { date, connection, 'keep-alive': keepAlive, ...headers } = answer.headers;
  const body = JSON.stringify({ path, headers, body: answer.body.toString('base64') });
  await fetch(`${bareBase}/teach`, { method: 'POST', body });
}

function get(path) {
  return new Promise((resolve, reject) => {
    request(`${base}${path}`, { headers: { 'accept-encoding': 'gzip' } }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => resolve({ headers: response.headers, body: Buffer.concat(chunks) }));
    })
      .on('error', reject)
      .end();
  });
}

async function askEach(paths) {
  let next = 0;
  const reader = async () => {
    while (next < paths.length) {
      const path = paths[next];
      next += 1;
      await get(path);
    }
  };
  await Promise.all(Array.from({ length: 32 }, reader));
}

async function publishToVisible() {
  const times = [];
  for (let n = 0; n < 5; n += 1) {
    const page = join(scratch, `page-${n}.txt`);
    const headline = `البلدية تفتح الحديقة رقم ${n} أمام الزوّار`;
    writeFileSync(
      page,
      `${headline}\n\nقالت البلدية إن الحديقة رقم ${n} تفتح أبوابها صباح كل يوم.\n`,
    );
    await get('/');
    const done = matbaa('ingest', page, '--publish');
    let seen = 0;
    while (seen === 0) {
      const { body } = await fetch(base).then(async (r) => ({ body: await r.text() }));
      if (body.includes(headline)) seen = Date.now();
    }
    const { id } = JSON.parse(await done);
    times.push(seen - committedAt(id));
  }
  return `${times.sort((a, b) => a - b).join(', ')} ms after the transaction began, from another process`;
}

function committedAt(id) {
  const { DatabaseSync } = process.getBuiltinModule('node:sqlite');
  const database = new DatabaseSync(join(env.MATBAA_DATA, 'newsroom.sqlite'), { readOnly: true });
  const row = database.prepare('SELECT updated_at AS at FROM stories WHERE id = ?').get(id);
  database.close();
  return row.at;
}

async function cpuOf(address) {
  if (address === bareBase) return Number(await (await fetch(`${bareBase}/cpu`)).text());
  const metrics = await (await fetch(`${base}/metrics`)).text();
  return Number(/^process_cpu_seconds_total ([\d.e-]+)$/m.exec(metrics)?.[1]);
}

/** Resident memory of the server, MB (Linux). */
function memory() {
  const status = readFileSync(`/proc/${server.pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024);
}

async function start() {
  const begun = performance.now();
  server = spawn(process.execPath, [bin, 'start'], { env, stdio: 'ignore' });
  for (;;) {
    const answer = await fetch(`${base}/healthz`).catch(() => null);
    if (answer?.ok) return Math.round(performance.now() - begun);
    if (server.exitCode !== null) throw new Error('The server did not start.');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

async function stop() {
  if (server === undefined || server.exitCode !== null) return;
  const gone = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  await gone;
}

function matbaa(...args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [bin, ...args], { env });
    let output = '';
    let errors = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr.on('data', (chunk) => {
      errors += chunk;
    });
    child.on('exit', (code) => (code === 0 ? resolve(output) : reject(new Error(errors))));
  });
}

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const { port: free } = probe.address();
      probe.close(() => resolve(free));
    });
  });
}
