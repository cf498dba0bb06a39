/** The one build: the server, the press's styles and fonts, and the desk, into dist/. */
import { spawnSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findNode24 } from '../bin/find-node.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const node = findNode24(root);
if (node === null) {
  console.error(
    `Matbaa is built with Node 24 and this is ${process.version}. Run "npm ci" without --omit=optional, or install Node 24.`,
  );
  process.exit(1);
}
if (node !== process.execPath) {
  const { status } = spawnSync(node, [fileURLToPath(import.meta.url)], { stdio: 'inherit' });
  process.exit(status ?? 1);
}

const { build } = await import('vite');
const { buildDesk } = await import('./build-desk.mjs');
const { buildPressAssets } = await import('./build-press-assets.mjs');
const out = join(root, 'dist');
await rm(out, { recursive: true, force: true });
await buildDesk(join(out, 'desk'), await buildPressAssets(join(out, 'assets')));
await build({
  root,
  configFile: false,
  logLevel: 'warn',
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx', development: false } },
  // What ships native code or finds its own files at run time stays outside.
  ssr: { noExternal: true, external: ['sharp', 'pg', 'pino'] },
  build: {
    ssr: true,
    target: 'node24',
    outDir: join(out, 'server'),
    minify: false,
    rolldownOptions: {
      input: {
        cli: join(root, 'src/cli/main.ts'),
        'sqlite-worker': join(root, 'src/store/sqlite-worker.ts'),
        'search-worker': join(root, 'src/server/search-worker.ts'),
        'search-thread': join(root, 'src/server/search-thread.ts'),
        'desk-search-thread': join(root, 'src/server/desk-search-thread.ts'),
        'intake-thread': join(root, 'src/server/intake-thread.ts'),
      },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});
