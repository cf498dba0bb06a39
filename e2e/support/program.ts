import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** The built program, run as its users run it: `bin/matbaa.js`, an environment, a data folder. */

const bin = fileURLToPath(new URL('../../bin/matbaa.js', import.meta.url));
const patience = 90_000;

export interface Finished {
  /** Null when a signal ended it. */
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface RunOptions {
  /** The data folder. */
  data: string;
  /** What stands on standard input; nothing unless given. */
  input?: string | Buffer;
  env?: Readonly<Record<string, string>>;
  /** The Node to start it with, where not the one of the tests. */
  node?: string;
}

/** A process under way. */
export interface Running {
  pid: number;
  /** What it has written so far. */
  written(): { stdout: string; stderr: string };
  ended: Promise<Finished>;
  kill(signal: NodeJS.Signals): void;
}

export const makeDataFolder = (): string => mkdtempSync(join(tmpdir(), 'matbaa-e2e-'));
export const removeFolder = (folder: string): void =>
  rmSync(folder, { recursive: true, force: true });

/** Nothing of the machine's own settings may reach the program, DATABASE_URL least of all; nor its dictionary. */
function environment(options: RunOptions): Record<string, string> {
  const { PATH = '', HOME = '', TMPDIR } = process.env;
  const inherited = TMPDIR === undefined ? { PATH, HOME } : { PATH, HOME, TMPDIR };
  return {
    ...inherited,
    MATBAA_DATA: options.data,
    MATBAA_DICTIONARY: options.data,
    MATBAA_DEMO: '0',
    ...options.env,
  };
}

/** Starts `matbaa ARGS`. The process does not outlive the test run. */
export function begin(args: readonly string[], options: RunOptions): Running {
  const child: ChildProcess = spawn(options.node ?? process.execPath, [bin, ...args], {
    env: environment(options),
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => stdout.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => stderr.push(chunk));
  // A program that refuses its input early closes the pipe before all is written.
  child.stdin?.on('error', () => {});
  child.stdin?.end(options.input);
  const killAtExit = (): boolean => child.kill('SIGKILL');
  process.once('exit', killAtExit);
  const written = (): { stdout: string; stderr: string } => ({
    stdout: Buffer.concat(stdout).toString(),
    stderr: Buffer.concat(stderr).toString(),
  });
  const ended = new Promise<Finished>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      process.removeListener('exit', killAtExit);
      resolve({ code, ...written() });
    });
  });
  return {
    pid: child.pid ?? 0,
    written,
    ended,
    kill: (signal) => {
      child.kill(signal);
    },
  };
}

/** Runs `matbaa ARGS` to its end. */
export const run = (args: readonly string[], options: RunOptions): Promise<Finished> =>
  begin(args, options).ended;

/** A newspaper that is being served. */
export interface Paper {
  /** Scheme and host, without a slash at the end. */
  url: string;
  port: number;
  data: string;
  pid: number;
  /** What the server has written to its terminal. */
  printed(): string;
  /** Runs a command beside the server, on the same data. */
  run(args: readonly string[], input?: string): Promise<Finished>;
  /** Ends the server as a service manager would; its data stays. */
  stop(): Promise<Finished>;
  /** Ends the server as a power cut would; its data stays. */
  crash(): Promise<void>;
  /** {@link stop}, and its data goes. */
  discard(): Promise<void>;
}

/** Starts a newspaper on a free port and waits until it is ready. Empty unless `demo`. */
export async function startPaper(
  options: { demo?: boolean; data?: string; env?: Readonly<Record<string, string>> } = {},
): Promise<Paper> {
  const data = options.data ?? makeDataFolder();
  const port = await freePort();
  const env = {
    MATBAA_PORT: String(port),
    MATBAA_DEMO: options.demo === true ? '1' : '0',
    ...options.env,
  };
  const server = begin(['start'], { data, env });
  const url = `http://127.0.0.1:${port}`;
  await untilHealthy(url, server);
  let asked = false;
  const end = (signal: NodeJS.Signals): Promise<Finished> => {
    asked = true;
    server.kill(signal);
    return server.ended;
  };
  void server.ended.then(({ code, stderr }) => {
    if (!asked) process.stderr.write(`The server ended unasked (${code}): ${stderr}\n`);
  });
  return {
    url,
    port,
    data,
    pid: server.pid,
    printed: () => server.written().stdout,
    run: (args, input) => run(args, { data, env, ...(input === undefined ? {} : { input }) }),
    stop: () => end('SIGTERM'),
    async crash() {
      await end('SIGKILL');
    },
    async discard() {
      await end('SIGTERM');
      removeFolder(data);
    },
  };
}

async function untilHealthy(url: string, server: Running): Promise<void> {
  let over = false;
  void server.ended.then(() => {
    over = true;
  });
  for (const begun = Date.now(); Date.now() - begun < patience && !over; await sleep(50)) {
    const answer = await fetch(`${url}/healthz`).catch(() => null);
    if (answer?.status === 200) return;
  }
  server.kill('SIGKILL');
  const { stdout, stderr } = server.written();
  throw new Error(`The server did not become ready. It wrote:\n${stdout}${stderr}`);
}

/** A port that nobody listens on at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        resolve(address !== null && typeof address === 'object' ? address.port : 0),
      );
    });
  });
}
