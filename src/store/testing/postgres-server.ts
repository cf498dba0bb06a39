import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type PostgresBinaries, unpackPostgres } from './postgres-binaries.ts';

/** A PostgreSQL server that a test run started for itself. */
export interface PostgresServer {
  /** Without a database's name: `postgres://postgres@127.0.0.1:PORT`. */
  url: string;
  stop(): Promise<void>;
}

/** Starts an empty server on a free port of this machine. Nothing of it outlives `stop`. */
export async function startPostgres(found: PostgresBinaries): Promise<PostgresServer> {
  const home = mkdtempSync(join(tmpdir(), 'matbaa-postgres-'));
  const discard = (): void => rmSync(home, { recursive: true, force: true });
  try {
    const { bin } =
      found.packaged === null ? found : unpackPostgres(found.packaged, join(home, 'server'));
    const owner = unprivilegedUser();
    const data = join(home, 'data');
    mkdirSync(data, { mode: 0o700 });
    chmodSync(home, 0o755);
    if (owner !== null) chownSync(data, owner.uid, owner.gid);
    const as = { cwd: home, env: { LC_ALL: 'C', TZ: 'UTC' }, ...owner };
    execFileSync(
      join(bin, 'initdb'),
      ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
      { ...as, stdio: 'pipe' },
    );
    const port = await freePort();
    const server = spawn(join(bin, 'postgres'), ['-D', data, '-p', String(port), ...settings], {
      ...as,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const kill = (): void => {
      // «Immediate»: nothing in it is worth a checkpoint.
      server.kill('SIGQUIT');
    };
    const abandon = (): void => {
      kill();
      discard();
    };
    process.once('exit', abandon);
    const url = `postgres://postgres@127.0.0.1:${port}`;
    await untilReady(url, server).catch((error: unknown) => {
      kill();
      throw error;
    });
    return {
      url,
      async stop() {
        process.removeListener('exit', abandon);
        if (server.exitCode === null) {
          const ended = new Promise((resolve) => server.once('exit', resolve));
          kill();
          await ended;
        }
        discard();
      },
    };
  } catch (error) {
    discard();
    throw error;
  }
}

const settings = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'fsync=off',
  'full_page_writes=off',
  'max_connections=200',
  'shared_buffers=32MB',
].flatMap((setting) => ['-c', setting]);

/** PostgreSQL refuses to run as root; null when we are not. */
function unprivilegedUser(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const name of ['postgres', 'nobody']) {
    const user = users.find(([candidate]) => candidate === name);
    if (user !== undefined) return { uid: Number(user[2]), gid: Number(user[3]) };
  }
  throw new Error(
    'PostgreSQL does not run as root, and there is no user "postgres" or "nobody" to run it as. Run the tests as another user.',
  );
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        resolve(typeof address === 'object' && address !== null ? address.port : 0),
      );
    });
  });
}

const patience = 30_000;

async function untilReady(url: string, server: ChildProcess): Promise<void> {
  let said = '';
  server.stderr?.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-2000);
  });
  for (const started = Date.now(); Date.now() - started < patience; await sleep(30)) {
    if (server.exitCode !== null) break;
    const client = new pg.Client({ connectionString: `${url}/postgres` });
    client.on('error', () => {});
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      // Not listening yet.
    }
  }
  throw new Error(`PostgreSQL did not start: ${said}`);
}
