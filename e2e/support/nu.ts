import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { findProgram } from './find-program.ts';

const messagesSchema = z.object({
  messages: z.array(
    z.object({
      type: z.string(),
      url: z.string().optional(),
      message: z.string(),
      extract: z.string().optional(),
    }),
  ),
});

/** Whether the Nu HTML checker can run here: it needs a Java. */
export const hasJava = (): boolean => findProgram('java') !== null;

/** The Nu HTML checker's errors in each document, by the name it was given. One Java for all. */
export async function nuErrors(
  documents: ReadonlyMap<string, string>,
): Promise<Map<string, string[]>> {
  const jar = join(
    dirname(createRequire(import.meta.url).resolve('vnu-jar/package.json')),
    'build/dist/vnu.jar',
  );
  const folder = mkdtempSync(join(tmpdir(), 'matbaa-nu-'));
  const names = [...documents.keys()];
  try {
    mkdirSync(folder, { recursive: true });
    const files = names.map((name, n) => {
      const file = join(folder, `${n}.html`);
      writeFileSync(file, documents.get(name) ?? '');
      return file;
    });
    const { stdout } = await promisify(execFile)(
      'java',
      ['-Xmx512m', '-jar', jar, '--stdout', '--format', 'json', '--exit-zero-always', ...files],
      { maxBuffer: 64 * 1024 * 1024 },
    );
    const errors = new Map<string, string[]>(names.map((name) => [name, []]));
    for (const { type, url, message, extract } of messagesSchema.parse(JSON.parse(stdout))
      .messages) {
      if (type === 'info') continue;
      const name = names[Number(/(\d+)\.html$/.exec(url ?? '')?.[1] ?? 0)] ?? '';
      errors.get(name)?.push(`${message} ${extract ?? ''}`);
    }
    return errors;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
