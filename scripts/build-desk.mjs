/** Builds the desk, a React application, into a folder that the server reads from (dist/desk). */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { build } from 'vite';

const source = fileURLToPath(new URL('../src/desk/', import.meta.url));
const packed = /\.(?:js|css|svg|wasm)$/;

/**
 * @param {string} outDir made, or emptied.
 * @param {{ fontsCss: string, preload: string[], icon: string }} press what the press serves: the
 *   desk is set in the same letters, fetched from the same addresses.
 */
export async function buildDesk(outDir, press) {
  await build({
    root: source,
    base: '/desk/',
    configFile: false,
    logLevel: 'warn',
    oxc: { jsx: { runtime: 'automatic', importSource: 'react', development: false } },
    plugins: [{ name: 'press-letters', transformIndexHtml: () => lettersOf(press) }],
    // The worker loads parts of its own.
    worker: { format: 'es' },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 1200,
      rolldownOptions: {
        // Libraries mark their client parts for frameworks that render on a server; we do not.
        onLog: (level, log, show) => {
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') show(level, log);
        },
      },
    },
  });
  const files = await readdir(join(outDir, 'assets'));
  await Promise.all(files.filter((file) => packed.test(file)).map((file) => pack(outDir, file)));
}

const lettersOf = ({ fontsCss, preload, icon }) => [
  { tag: 'link', attrs: { rel: 'icon', href: icon }, injectTo: 'head' },
  { tag: 'link', attrs: { rel: 'stylesheet', href: fontsCss }, injectTo: 'head' },
  ...preload.map((href) => ({
    tag: 'link',
    attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: true, href },
    injectTo: 'head',
  })),
];

/** Compressed once, here, rather than with every request. */
async function pack(outDir, file) {
  const path = join(outDir, 'assets', file);
  const content = await readFile(path);
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(content, {
      params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
    }),
    promisify(gzip)(content, { level: 9 }),
  ]);
  await Promise.all([writeFile(`${path}.br`, br), writeFile(`${path}.gz`, gz)]);
}
