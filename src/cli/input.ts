import { createReadStream } from 'node:fs';
import { Refused } from './refused.ts';

/** Past this no page and no password is honest, and reading on would only fill the memory. */
const mostBytes = 20 * 1024 * 1024;

/**
 * Reads a file, or standard input for `-`, as UTF-8.
 * @throws Refused when it cannot be read, is larger than 20 MB, or is no UTF-8 text.
 */
export async function readInput(file: string): Promise<string> {
  const stream = file === '-' ? process.stdin : createReadStream(file);
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of stream) {
      const bytes = Buffer.from(chunk);
      length += bytes.length;
      if (length > mostBytes)
        throw new Refused(
          `${nameOf(file)} is larger than 20 MB, which is no news page. Give the saved page of one story.`,
        );
      chunks.push(bytes);
    }
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused(`Cannot read ${nameOf(file)} (${messageOf(error)}). Check the path.`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new Refused(
      `${nameOf(file)} is not UTF-8 text. Save the page as text or HTML in UTF-8 and try again.`,
    );
  }
}

const nameOf = (file: string): string => (file === '-' ? 'The standard input' : file);

export const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
