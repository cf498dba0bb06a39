import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyse } from '../../arabic/analyse.ts';
import { packWords, unpackWords } from './forward.ts';
import { packText, StoredText } from './stored-text.ts';

/** The text as it comes back, and its words by the places that were kept. */
function stored(body: string) {
  const words = analyse(body);
  const text = new StoredText(packText(body, words));
  const list = unpackWords(packWords([], words));
  const places = words.map((_, i) => [text.startOf(i, list), text.endOf(i, list)]);
  return { text, places, words: words.map(({ start, end }) => [start, end]) };
}

const news = '«أكّد» الوزير – في باريس (café) – أنّ 12,5٪ من القمح وصل؛ ثم قال: ';

describe('a text of the index', () => {
  test.each([
    ['news', news],
    ['long news', news.repeat(40)],
    ['a character that has no byte of its own', `${news}漢 ${news}`],
    ['an emoji', `${news}🙂${news}`],
    ['half an emoji', `${news}\ud83d${news}`],
    ['words far apart', `${news}${' '.repeat(40)}${news}${'-'.repeat(300)}${news}`],
    ['a very long word', `${news} ${'ا'.repeat(90)} ${news}`],
    ['nothing', ''],
  ])('comes back as it was: %s', (_, body) => {
    const { text, places, words } = stored(body);

    expect(text.whole).toBe(body);
    expect(text.length).toBe(body.length);
    expect(places).toEqual(words);
    expect(text.slice(3, 17)).toBe(body.slice(3, 17));
  });

  test('takes a byte a letter and a byte a word, where it is written as news is', () => {
    const body = news.repeat(40);
    const words = analyse(body);

    expect(packText(body, words).length).toBe(4 + words.length + body.length);
  });

  test('comes back whatever it is', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })),
        fc.nat(40),
        (body, from) => {
          const { text, places, words } = stored(body);
          expect(text.whole).toBe(body);
          expect(places).toEqual(words);
          expect(text.slice(from, from + 9)).toBe(body.slice(from, from + 9));
        },
      ),
    );
  });

  test('that is missing is empty', () => {
    expect(new StoredText(undefined).whole).toBe('');
  });
});
