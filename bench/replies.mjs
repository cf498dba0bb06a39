/**
 * `npm run bench:replies`: how many replies a second are answered after a durable commit, what that
 * leaves of the speed of story pages, what a burst of spam does to honest readers, what 10,000
 * replies under one story cost, and whether anything acknowledged is lost when the power goes.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { load, tool } from './load.mjs';
import { hiddenFields, honest, poster, spam } from './reply-posts.mjs';
import { storyLines } from './stories.mjs';

const bin = join(fileURLToPath(new URL('..', import.meta.url)), 'bin', 'matbaa.js');
const seconds = Number(process.env.BENCH_SECONDS ?? 8);
const burst = Number(process.env.BENCH_SPAM ?? 50_000);
const honestOnes = Number(process.env.BENCH_HONEST ?? 500);
const many = Number(process.env.BENCH_REPLIES ?? 10_000);
const connections = 64;
const scratch = mkdtempSync(join(tmpdir(), 'matbaa-replies-'));
const port = await freePort();
const base = `http://127.0.0.1:${port}`;
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

try {
  console.log(`Node ${process.version}, ${cpus().length} cores, story pages loaded by ${tool}`);
  const file = join(scratch, 'stories.jsonl');
  writeFileSync(file, [...storyLines(60)].join(''));
  await matbaa('import', 'jsonl', file, '--publish', '--json');
  await matbaa('comments', 'phrases', 'add', 'ملعونان');
  await start();
  const map = await (await fetch(`${base}/sitemap.xml`)).text();
  const paths = [...map.matchAll(/<loc>[^<]*?(\/\d+\/[^<]+)<\/loc>/g)].map((match) => match[1]);
  const hidden = Object.fromEntries(
    await Promise.all(paths.map(async (path) => [path, await hiddenFields(base, path)])),
  );

  await speed(paths, hidden);
  await spamBurst(paths, hidden);
  await longThread(paths, hidden);
  await powerCut(paths, hidden);
} finally {
  await stop('SIGTERM');
  rmSync(scratch, { recursive: true, force: true });
}
console.log(`\n${rows.map(([name, value]) => `${name.padEnd(34)} ${value}`).join('\n')}`);

/** Story pages alone, replies alone as fast as they go, and both, with 1,000 replies a second. */
async function speed(paths, hidden) {
  const pages = paths.slice(0, 20);
  await load(base, pages, 2, scratch);
  const alone = await load(base, pages, seconds, scratch);
  say('story pages alone', `${Math.round(alone.perSecond)}/s`);
  await postFor(paths, hidden, 2, Number.POSITIVE_INFINITY, 'warm');
  const fast = await postFor(paths, hidden, seconds, Number.POSITIVE_INFINITY, 'fast');
  say('replies alone', told(fast));
  const posting = postFor(paths, hidden, seconds, 1000, 'paced');
  const beside = await load(base, pages, seconds - 1, scratch);
  say('replies at 1,000/s beside pages', told(await posting));
  const share = ((beside.perSecond / alone.perSecond) * 100).toFixed(0);
  say('story pages meanwhile', `${Math.round(beside.perSecond)}/s, ${share} % of alone`);
}

/** Posts honest replies of ever new readers for so long, at most `perSecond` of them. */
async function postFor(paths, hidden, length, perSecond, tag) {
  const post = poster(base, connections);
  const begun = performance.now();
  const end = begun + length * 1000;
  const cpu = await serverCpu();
  const times = [];
  const states = new Map();
  let n = 0;
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < end) {
        const mine = n++;
        const wait = begun + (mine / perSecond) * 1000 - performance.now();
        if (wait > 0) await sleep(wait);
        const path = paths[mine % paths.length];
        const one = honest(`${tag}${mine}`);
        const { status, ms } = await post(path, { ...hidden[path], ...one, text: one.text + tag });
        states.set(status, (states.get(status) ?? 0) + 1);
        times.push(ms);
      }
    }),
  );
  const took = (performance.now() - begun) / 1000;
  times.sort((a, b) => a - b);
  const at = (part) => Math.round(times[Math.floor(times.length * part)] ?? 0);
  return {
    perSecond: Math.round(times.length / took),
    p50: at(0.5),
    p99: at(0.99),
    states: [...states].map(([status, count]) => `${status}: ${count}`).join(', '),
    cpu: (((await serverCpu()) - cpu) / times.length) * 1000,
  };
}

function told({ perSecond, p50, p99, states, cpu }) {
  return `${perSecond}/s, ${p50} ms median, ${p99} ms at 99 %, ${cpu.toFixed(2)} ms CPU each (${states})`;
}

/** Spam of every kind with honest replies between; what became of both, read by the command line. */
async function spamBurst(paths, hidden) {
  const post = poster(base, connections);
  const every = Math.floor(burst / honestOnes);
  const statuses = new Map();
  let next = 0;
  const begun = performance.now();
  const send = async (path, fields) => {
    const { status } = await post(path, fields);
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
  };
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (next < burst) {
        const n = next++;
        const path = paths[n % paths.length];
        await send(path, { ...hidden[path], ...spam(n) });
        if (n % every === 0 && n / every < honestOnes)
          await send(path, { ...hidden[path], ...honest(`h${n / every}`) });
      }
    }),
  );
  const took = (performance.now() - begun) / 1000;
  const list = JSON.parse(await matbaa('comments', 'list', '--json'));
  const count = (of) => {
    const states = {};
    for (const { state } of of) states[state] = (states[state] ?? 0) + 1;
    return JSON.stringify(states);
  };
  const honestRows = list.filter((one) => /^قارئ h\d+$/u.test(one.name));
  const answered = [...statuses].map(([status, n]) => `${status}: ${n}`).join(', ');
  say('spam burst', `${burst} + ${honestOnes} in ${took.toFixed(1)} s (${answered})`);
  say('of spam', count(list.filter((one) => one.name.startsWith('عرض '))));
  say(
    'of honest replies',
    `${new Set(honestRows.map((one) => one.name)).size}: ${count(honestRows)}`,
  );
}

/** A miss of a story's page with few replies, and with very many; one more reply makes each miss. */
async function longThread(paths, hidden) {
  const [few, full] = paths;
  const trusted = { name: 'ثقة', email: 'trusted@readers.example' };
  const post = poster(base, 4);
  await post(few, { ...hidden[few], ...trusted, text: 'أول ردّ' });
  await stop('SIGTERM');
  const { DatabaseSync } = process.getBuiltinModule('node:sqlite');
  const database = new DatabaseSync(join(env.MATBAA_DATA, 'newsroom.sqlite'));
  database.exec(
    "update readers set standing = 'trusted' where email_hash in (select email_hash from comments where name = 'ثقة')",
  );
  const insert = database.prepare(
    "insert into comments (story_id, name, text, state, created_at) values (?, ?, ?, 'approved', ?)",
  );
  const storyId = Number(full.split('/')[1]);
  database.exec('begin');
  for (let n = 0; n < many; n += 1)
    insert.run(storyId, `قارئ ${n}`, honest(n).text, Date.now() - n * 1000);
  database.exec(
    `update publications set comment_count = comment_count + ${many} where story_id = ${storyId}`,
  );
  database.exec('commit');
  database.close();
  await start();
  for (const [name, path] of [
    ['page of a story with few replies', few],
    [`page of a story with ${many}`, full],
  ]) {
    const times = [];
    for (let n = 0; n < 40; n += 1) {
      const text = `ردّ جديد ${n} على ${path}`;
      await post(path, { ...hidden[path], ...trusted, email: `t${n}@readers.example`, text });
      await post(path, { ...hidden[path], ...trusted, text });
      const begun = performance.now();
      await (await fetch(`${base}${path}`)).text();
      times.push(performance.now() - begun);
    }
    times.sort((a, b) => a - b);
    say(name, `${times[20].toFixed(1)} ms median of 40, just after a reply`);
  }
}

/** Posts until the server is killed, and looks for each that was acknowledged. */
async function powerCut(paths, hidden) {
  const post = poster(base, connections);
  const acknowledged = [];
  let n = 0;
  let isDead = false;
  const all = Array.from({ length: connections }, async () => {
    while (!isDead) {
      const mine = n++;
      const path = paths[mine % paths.length];
      try {
        const { status, location } = await post(path, { ...hidden[path], ...honest(`k${mine}`) });
        if (status === 303) acknowledged.push(location);
      } catch {
        // The server is gone.
      }
    }
  });
  await sleep(2000);
  await stop('SIGKILL');
  isDead = true;
  await Promise.all(all);
  await start();
  let lost = 0;
  for (const location of acknowledged) if (!(await fetch(`${base}${location}`)).ok) lost += 1;
  say('killed in the middle', `${acknowledged.length} acknowledged, ${lost} lost`);
}

function say(name, value) {
  rows.push([name, value]);
  console.log(`${name}: ${value}`);
}

async function serverCpu() {
  const metrics = await (await fetch(`${base}/metrics`)).text();
  return Number(/^process_cpu_seconds_total ([\d.e-]+)$/m.exec(metrics)?.[1]);
}

async function start() {
  server = spawn(process.execPath, [bin, 'start'], { env, stdio: 'ignore' });
  for (;;) {
    const answer = await fetch(`${base}/healthz`).catch(() => null);
    if (answer?.ok) return;
    if (server.exitCode !== null) throw new Error('The server did not start.');
    await sleep(20);
  }
}

async function stop(signal) {
  if (server === undefined || server.exitCode !== null || server.signalCode !== null) return;
  const gone = new Promise((resolve) => server.once('exit', resolve));
  server.kill(signal);
  await gone;
}

function matbaa(...args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [bin, ...args], { env });
    const output = [];
    let errors = '';
    child.stdout.on('data', (chunk) => output.push(chunk));
    child.stderr.on('data', (chunk) => {
      errors += chunk;
    });
    child.on('close', (code) =>
      code === 0 ? resolve(Buffer.concat(output).toString()) : reject(new Error(errors)),
    );
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
