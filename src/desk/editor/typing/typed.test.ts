import { expect, test } from 'vitest';
import { correctTyped } from './typed.ts';

/** What stands on the page when somebody types a text key by key. */
function type(keys: string): string {
  let page = '';
  for (const key of keys) {
    const typed = correctTyped(page, key);
    page = typed === null ? page + key : page.slice(0, page.length - typed.remove) + typed.insert;
  }
  return page;
}

test.each([
  ['قال "نعم" ثم مضى', 'قال «نعم» ثم مضى'],
  ['"نعم"', '«نعم»'],
  ['قال "سمعت "لا" مرّة" وسكت', 'قال «سمعت “لا” مرّة» وسكت'],
  ['He said "yes", twice', 'He said "yes", twice'],
  ['شركة "Google" كبيرة', 'شركة «Google» كبيرة'],
])('quotes: %s', (keys, page) => {
  expect(type(keys)).toBe(page);
});

test.each([
  ['وصل, ثم غادر; أين?', 'وصل، ثم غادر؛ أين؟'],
  ['بلغ 1,000 دولار', 'بلغ 1,000 دولار'],
  ['في عام 2023, وقال', 'في عام 2023، وقال'],
  ['أعلنت Google, وهي شركة', 'أعلنت Google، وهي شركة'],
  ['one, two; three?', 'one, two; three?'],
  ['من 10 إلى 20?', 'من 10 إلى 20؟'],
  ['انتهى...', 'انتهى…'],
  ['المدينة -- الجسر', 'المدينة – الجسر'],
])('punctuation: %s', (keys, page) => {
  expect(type(keys)).toBe(page);
});

test.each([
  ['قال ايضا إن', 'قال ايضاً إن'],
  ['وأيضا.', 'وأيضاً.'],
  ['كتابًا', 'كتاباً'],
  ['مساءاً', 'مساءً'],
  ['معدا لهذا', 'معدا لهذا'],
  ['جداول', 'جداول'],
])('tanwin: %s', (keys, page) => {
  expect(type(keys)).toBe(page);
});
