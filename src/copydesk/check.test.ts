import { describe, expect, test } from 'vitest';
import { CopyDesk, checkText } from './check.ts';
import { fixSafely } from './fix.ts';
import { defaultContext, defaultHouseStyle, type HouseStyle } from './house-style.ts';

const ids = (text: string, style: Partial<HouseStyle> = {}): string[] =>
  checkText(text, { ...defaultHouseStyle, ...style })
    .filter(({ severity }) => severity !== 'info')
    .map(({ rule }) => rule);

describe('what is left alone', () => {
  test.each([
    ['a link', 'التفاصيل على https://example.org/الارهاب,نص;x?a=1 لمن شاء'],
    ['an address', 'راسلوا news@example.org'],
    ['a tag', 'انتشر وسم #الارهاب بين الناس'],
    ['code', 'اكتب `قال  الارهاب` ثم اضغط'],
    ['a verse with its tashkeel', 'قِفَا نَبْكِ مِنْ ذِكْرَى حَبِيبٍ وَمَنْزِلِ'],
    ['another language', 'Then he said, "no, never" ; and left'],
    ['Persian', 'این کتاب برای شما است که در ایران چاپ شده'],
    ['a quotation', 'حمل المتظاهرون لافتة «لا  للارهاب ,الحكومه»'],
    ['figures with marks', 'بلغ العدد 10,000 وسجّل 2:1 في 10:30'],
    ['an abbreviation', 'قال د.محمد لوكالة أ.ف.ب إن الوفد وصل'],
    ['a tatweel that joins', 'التقى بـ«الوفد» عام 1442هـ'],
  ])('%s', (_, text) => {
    expect(ids(text)).toEqual([]);
  });

  test('a word that the house ignores', () => {
    expect(ids('قال الارهاب', { ignored: ['الارهاب'] })).toEqual([]);
  });

  test('a word of the newsroom’s own, as it writes it', () => {
    const lexicon = [{ right: 'الارهاب', variants: ['الإرهابُ'], kind: 'name' as const }];
    expect(ids('كتاب الارهاب في إجتماع', { lexicon })).toEqual(['wasl']);
  });

  test('what the editor protects', () => {
    const desk = new CopyDesk();
    const text = 'قال الارهاب';
    expect(desk.readParagraph({ kind: 'body', text, protect: [{ start: 4, end: 11 }] })).toEqual(
      [],
    );
  });
});

test('inside quotation marks a misspelling is pointed out as information and never mended', () => {
  const [finding] = checkText('رُفعت لافتة «ضد الارهاب» هناك');
  expect(finding).toMatchObject({ rule: 'hamza', severity: 'info', autofix: false });
});

test('a quotation that goes on in the next paragraph is left alone there', () => {
  const text = 'قال الوزير: «إن الأزمة طويلة\n\nوقد طال  الارهاب» ثم غادر';
  expect(ids(text)).toEqual([]);
});

describe('a hamza that may stand above or below', () => {
  const fixesOf = (style: Partial<HouseStyle>, count: Record<string, number> = {}) => {
    const archive = { count: (form: string) => count[form] ?? 0 };
    return new CopyDesk({ ...defaultHouseStyle, ...style }, { ...defaultContext, archive })
      .readParagraph({ kind: 'body', text: 'زار افريقيا' })
      .map(({ fixes, autofix }) => ({ fixes, autofix }));
  };

  test('is the house’s choice', () => {
    const forms = { أفريقيا: 'إفريقيا' };
    expect(fixesOf({ forms })).toEqual([{ fixes: ['إفريقيا'], autofix: true }]);
  });

  test('is the archive’s where the house has none', () => {
    expect(fixesOf({}, { إفريقيا: 40, أفريقيا: 2 })).toEqual([
      { fixes: ['إفريقيا'], autofix: true },
    ]);
  });

  test('is the writer’s where neither has', () => {
    expect(fixesOf({})).toEqual([{ fixes: ['أفريقيا', 'إفريقيا'], autofix: false }]);
  });
});

test('a house may turn a rule off, or make it a gate', () => {
  const text = 'الحرب على الارهاب';
  expect(ids(text, { levels: { hamza: 'off' } })).toEqual([]);
  expect(checkText(text, { ...defaultHouseStyle, levels: { hamza: 'gate' } })).toMatchObject([
    { severity: 'error', gate: true },
  ]);
});

test('a desk that is kept reads again only the paragraphs that changed', () => {
  const desk = new CopyDesk();
  const first = desk.read([
    { kind: 'body', text: 'قال الارهاب' },
    { kind: 'body', text: 'وصل الوفد' },
  ]);
  const second = desk.read([
    { kind: 'body', text: 'وصل الوفد' },
    { kind: 'body', text: 'قال الارهاب' },
  ]);
  expect(first).toMatchObject([{ paragraph: 0, rule: 'hamza' }]);
  expect(second).toMatchObject([{ paragraph: 1, rule: 'hamza' }]);
});

test('messages come in the language of the desk', () => {
  const [finding] = checkText('قال  الوزير', defaultHouseStyle, {
    ...defaultContext,
    language: 'en',
  });
  expect(finding?.message).toBe('More than one space between words.');
});

test('ranges are of the original text, whatever stands before them', () => {
  const text = '👍🏽 كَتَبَ\r\n\r\nعن الارهاب';
  const [finding] = checkText(text);
  expect(finding?.text).toBe('الارهاب');
  expect(text.slice(finding?.start, finding?.end)).toBe('الارهاب');
});

describe('mending', () => {
  const faulty =
    'عنوان الخبر.\n\nقال  الوزير ,ان الارهاب “انتهى  فى” الى الأبد؟؟ وصل مساءاً،ثم غادر .';

  test('puts in the safe fixes of errors and warnings, and leaves what a person must decide', () => {
    expect(fixSafely(faulty, checkText)).toBe(
      'عنوان الخبر\n\nقال الوزير، ان الإرهاب «انتهى  فى» إلى الأبد؟ وصل مساءً، ثم غادر.',
    );
  });

  test('mending twice changes nothing', () => {
    const once = fixSafely(faulty, checkText);
    expect(fixSafely(once, checkText)).toBe(once);
  });
});

describe('texts that nobody writes', () => {
  const size = 2_000_000;
  test.each([
    ['one long word', 'ا'.repeat(size)],
    ['spaces', ' '.repeat(size)],
    ['commas', '،'.repeat(size)],
    ['dots', '.'.repeat(size)],
    ['opening quotes', '«'.repeat(200_000)],
    ['quotes that close', '"'.repeat(200_000)],
    ['brackets', '('.repeat(200_000)],
    ['tashkeel alone', '\u064e'.repeat(size)],
    ['tatweel', 'ـ'.repeat(size)],
    ['lone surrogates', '\ud800'.repeat(100_000)],
    ['addresses that are none', 'a.'.repeat(300_000)],
    ['a mixture', 'ا,b ؛«x\ud800\u0651ـ '.repeat(30_000)],
    ['Latin letters', 'a'.repeat(size)],
    ['figures', '1'.repeat(size)],
  ])('%s are read to their end', (_, text) => {
    expect(Array.isArray(checkText(text))).toBe(true);
  });
});
