import { expect, test } from 'vitest';
import { stemsOf } from './attached.ts';
import { CopyDesk } from './check.ts';
import { defaultHouseStyle } from './house-style.ts';

const lexicon = [{ right: 'مصنع دردبيس', variants: [], kind: 'name' }] as const;
const desk = new CopyDesk({ ...defaultHouseStyle, lexicon, ignored: ['فرفوري'] });

/** The words of a paragraph that a dictionary would be asked about. */
const asked = (text: string): string[] => {
  const inputs = [{ kind: 'body' as const, text }];
  return desk.wordsToAsk(inputs, desk.read(inputs)).map(({ bare }) => bare);
};

test.each([
  ['every word of three letters and more', 'وصل خَرْبَشٌ من سفر', ['وصل', 'خربش', 'سفر']],
  ['no other script and no figures', 'شركة Zorblax باعت ١٢٣ قطعة', ['شركة', 'باعت', 'قطعة']],
  ['nothing of a quotation', 'قالت «خربشتيل زمخرات» وعادت', ['قالت', 'وعادت']],
  [
    'nothing of a link, a mention or a tag',
    'انظر https://خربش.example/زمخر #خربشة @خربش',
    ['انظر'],
  ],
  ['nothing that a rule marks', 'حذر من الارهاب', ['حذر']],
  ['no word of the lexicon, with what is attached to it', 'زار دردبيس وبدردبيس', ['زار']],
  ['no word that the house ignores', 'وعاء فرفوري', ['وعاء']],
  ['no name whose spellings we know', 'التقى أنطونيو غوتيريش', ['التقى', 'أنطونيو']],
] as const)('a dictionary is asked about %s', (_what, text, words) => {
  expect(asked(text)).toEqual(words);
});

test.each([
  ['وبغوتيريش', ['وبغوتيريش', 'بغوتيريش', 'غوتيريش']],
  ['والدردبيس', ['والدردبيس', 'الدردبيس', 'دردبيس']],
  ['للدردبيس', ['للدردبيس', 'لدردبيس', 'دردبيس']],
  ['ورد', ['ورد']],
])('«%s» may be known without what is attached to it', (word, stems) => {
  expect(stemsOf(word)).toEqual(stems);
});
