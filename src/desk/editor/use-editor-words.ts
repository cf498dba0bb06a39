import { currentLanguage, useLanguage } from '../words/language.ts';
import { type EditorWords, editorAr } from './words-ar.ts';
import { editorEn } from './words-en.ts';

/** The editor's part of the catalogue; it travels with the editor, not with the first screen. */
export const useEditorWords = (): EditorWords => (useLanguage() === 'ar' ? editorAr : editorEn);
export const currentEditorWords = (): EditorWords =>
  currentLanguage() === 'ar' ? editorAr : editorEn;
