import { describe, expect, test } from 'vitest';
import { rightLists } from './lexicons/right-lists.ts';
import { RightWords } from './right-words.ts';

const words = new RightWords(rightLists);

describe('a misspelt word', () => {
  test.each([
    ['hamza', 'الارهاب', 'الإرهاب'],
    ['hamza', 'وبادارتهم', 'وبإدارتهم'],
    ['hamza', 'لابنائها', 'لأبنائها'],
    ['hamza', 'واعلنته', 'وأعلنته'],
    ['hamza', 'اعطت', 'أعطت'],
    ['hamza', 'سياخذ', 'سيأخذ'],
    ['hamza', 'التاكيدات', 'التأكيدات'],
    ['hamza', 'الكتروني', 'إلكتروني'],
    ['hamza', 'الية', 'آلية'],
    ['wasl', 'الإجتماعية', 'الاجتماعية'],
    ['wasl', 'وإستخدمته', 'واستخدمته'],
    ['wasl', 'أستقالته', 'استقالته'],
    ['final-ta', 'الحكومه', 'الحكومة'],
    ['final-ta', 'والسياسيه', 'والسياسية'],
    ['final-ta', 'حياتة', 'حياته'],
    ['final-ta', 'المياة', 'المياه'],
    ['final-ya', 'المستشفي', 'المستشفى'],
    ['final-ya', 'السياسى', 'السياسي'],
    ['hamza-seat', 'المسائلة', 'المساءلة'],
  ])('of %s is mended: %s → %s', (rule, wrong, right) => {
    expect(words.find(wrong)).toEqual({ rule, right: [right], safe: true });
  });

  test('in two ways is mended in both, and named after the graver fault', () => {
    expect(words.find('الاداره')).toEqual({ rule: 'hamza', right: ['الإدارة'], safe: true });
  });

  test.each([
    ['الاعلام', ['الإعلام', 'الأعلام']],
    ['اخر', ['آخر']],
    ['حكومه', ['حكومة']],
    ['الأنترنت', ['الإنترنت']],
  ])('that may be meant otherwise is only suggested: %s', (wrong, right) => {
    const found = words.find(wrong);
    expect(found?.right.slice(0, right.length)).toEqual(right);
    expect(found?.safe).toBe(false);
  });
});

test.each([
  [
    'a word of the same letters',
    'واحد كان باب لاعب فاعل كامل والد وافق واجهت فارق لاحقا بادر هناك',
  ],
  [
    'a noun with «his»',
    'بعينيه والديه لعله قاده منزله نظيره طريقه قراره والده شقيقه مكتبه وجهه لقبه عمله',
  ],
  ['a word with the article', 'الحق الدين الغاز الهام الزمن الحادة المتهم الحكم الوفيات'],
  ['the first person', 'أستخدم أنتظر أعتقد أحتاج أختار'],
  ['an imperative or a past', 'اكتب اعتقد انتظر استخدم اجتمع'],
  ['a rarer word that is written so', 'إعمال إفريقيا آمن إمطار آجل أشراف'],
  ['the passive', 'أُعطي أجري توفي روي بني قضي'],
  ['ى and ي that are two words', 'علي على قوي قوى مبني مبنى معني معنى مرسي سوي لدي مدى'],
  ['a ه of its own', 'الدكتوراه الوجه المياه الاتجاه الفقه الموجه المشبوه الانتباه الله'],
  ['every seat before a pronoun', 'أبناؤه أبنائه أبناءه آراؤهم إجرائها أعضاءها'],
])('%s is left alone', (_, text) => {
  const bare = text.replace(/[\u064b-\u0652]/g, '');
  expect(bare.split(' ').filter((word) => words.find(word) !== null)).toEqual([]);
});

test('a word of the lists is known in every form, a misspelt one is not', () => {
  expect(words.knows('وبإداراتهم')).toBe(true);
  expect(words.knows('وباداراتهم')).toBe(false);
});
