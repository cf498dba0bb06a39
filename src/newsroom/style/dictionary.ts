import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '../errors.ts';

/** The files of a Hunspell dictionary: how words are inflected, and the words. */
export const dictionaryFiles = ['ar.aff', 'ar.dic'] as const;

/** Where Debian's package hunspell-ar puts them. */
export const usualDictionary = '/usr/share/hunspell';

/** Whether a folder holds a dictionary of Arabic. We ship none: the good ones have licences of their own. */
export async function hasDictionary(folder: string): Promise<boolean> {
  const found = await Promise.allSettled(dictionaryFiles.map((name) => access(join(folder, name))));
  return found.every(({ status }) => status === 'fulfilled');
}

/**
 * One file of the dictionary.
 *
 * @param name one of {@link dictionaryFiles}; nothing else of the folder is given out
 * @throws Refusal (404)
 */
export async function readDictionary(folder: string, name: string): Promise<string> {
  const known = dictionaryFiles.find((one) => one === name);
  const text =
    known === undefined ? null : await readFile(join(folder, known), 'utf8').catch(() => null);
  if (text !== null) return text;
  throw new Refusal(
    404,
    'لا قاموس على هذا الخادم بهذا الاسم.',
    `There is no dictionary file "${name}"; install hunspell-ar or set MATBAA_DICTIONARY.`,
  );
}
