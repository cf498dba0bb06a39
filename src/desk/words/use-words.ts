import { ar } from './ar.ts';
import { en } from './en.ts';
import { currentLanguage, type Language, useLanguage } from './language.ts';

/** Everything that the desk says, in one language. */
export type Words = typeof ar;
const catalogues: Record<Language, Words> = { ar, en };

export const currentWords = (): Words => catalogues[currentLanguage()];
export const useWords = (): Words => catalogues[useLanguage()];
