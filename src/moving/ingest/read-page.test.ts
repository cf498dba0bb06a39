import { describe, expect, test } from 'vitest';
import { UnreadablePage } from './page.ts';
import { readPage } from './read-page.ts';

const first =
  'افتتحت بلدية الوادي صباح اليوم مكتبة عامة في محطة القطار القديمة، بحضور مئات الأهالي.';
const second = 'وتضم المكتبة عشرة آلاف كتاب، جمعها متطوعون من بيوت المدينة خلال عامين.';
const third = 'وستفتح أبوابها كل يوم من الصباح حتى المساء، ما عدا يوم الجمعة.';
const title = 'مكتبة عامة في محطة القطار القديمة';

const pageOf = (...lines: string[]): string => lines.join('\n\n');

describe('the body', () => {
  test('is kept as it was written: double spaces, tashkeel, quotation marks', () => {
    const odd = 'قال  المديرُ إنّ “الكتب”  وصلت ، و«القرّاء» كذلك ...ثم سكت.';
    expect(readPage(pageOf(title, first, odd)).paragraphs).toEqual([first, odd]);
  });

  test('has a subheading where a short line without a full stop parts two paragraphs', () => {
    const page = readPage(pageOf(title, first, 'كتب من كل بيت', second, third));
    expect(page.subheads).toEqual(['كتب من كل بيت']);
    expect(page.paragraphs).toEqual([first, second, third]);
  });

  test('may have a question for a subheading', () => {
    expect(readPage(pageOf(title, first, 'من أين جاءت الكتب؟', second)).subheads).toEqual([
      'من أين جاءت الكتب؟',
    ]);
  });

  test.each([
    ['a short sentence', 'وكان الجو بارداً.'],
    ['what introduces a quotation', 'وجاء في البيان:'],
    ['a short quotation', '«شكراً لكم»'],
  ])('has no subheading in %s', (_, line) => {
    const page = readPage(pageOf(title, first, line, second));
    expect(page.subheads).toEqual([]);
    expect(page.paragraphs).toContain(line);
  });

  test('has no subheading in its last line', () => {
    expect(readPage(pageOf(title, first, second, 'سطر أخير بلا نقطة')).subheads).toEqual([]);
  });

  test('takes a line that is one whole quotation for a quotation, and not one that holds two', () => {
    const one = '«لم أكن أقرأ قبل أن أدخل هذا المكان».';
    const two = '«هنا» يلتقي الكبار كل مساء مع «هناك»';
    const page = readPage(pageOf(title, first, one, two, second));
    expect(page.blocks.filter((block) => block.kind === 'quote')).toEqual([
      { kind: 'quote', text: one, cite: null },
    ]);
  });

  test.each([
    ['bullets', ['- كتب الأطفال', '- كتب الطبخ'], false, ['كتب الأطفال', 'كتب الطبخ']],
    ['numbers', ['1. كتب الأطفال', '2. كتب الطبخ'], true, ['كتب الأطفال', 'كتب الطبخ']],
    ['Arabic numbers', ['١- كتب الأطفال', '٢- كتب الطبخ'], true, ['كتب الأطفال', 'كتب الطبخ']],
  ])('makes a list of %s', (_, lines, ordered, items) => {
    const page = readPage(pageOf(title, first, ...lines, second));
    expect(page.blocks).toContainEqual({ kind: 'list', ordered, items });
  });

  test.each([
    ['one bullet alone', ['- كتب الأطفال أولاً.']],
    ['numbers that do not run from 1', ['5. كتب الأطفال', '9. كتب الطبخ']],
    ['amounts', ['3.5 ملايين كتاب في العام', '4.1 ملايين في الذي يليه']],
  ])('makes no list of %s', (_, lines) => {
    const page = readPage(pageOf(title, first, ...lines, second));
    expect(page.blocks.some((block) => block.kind === 'list')).toBe(false);
  });

  test('keeps paragraphs that only mention furniture', () => {
    const lines = [
      'شارك في المسابقة مئة طالب، وطالبوا بطباعة قصصهم في كتاب واحد.',
      'وقالت المديرة: اقرأ أيضاً ما كتبه جدّك، ثم اكتب ما تراه أنت بعينيك وحدك.',
      'إعلان الفائزين سيكون مساء الخميس المقبل في القاعة الكبرى للمكتبة.',
      'ونشرت المكتبة إعلاناً عن ملفات تعريف الارتباط وسياسة الخصوصية في موقعها الجديد.',
      'واشترك الأهالي في نقل الرفوف الثقيلة من المحطة القديمة إلى القاعة.',
      'التعليقات التي وصلت إلى المكتبة بعد الافتتاح كانت كلها مشجعة.',
    ];
    expect(readPage(pageOf(title, first, ...lines)).paragraphs).toEqual([first, ...lines]);
  });
});

describe('furniture', () => {
  test.each([
    'شارك الخبر',
    'شارك على فيسبوك',
    'مشاركة فيسبوك تويتر واتساب 45',
    'Share on Facebook',
    'Partager sur Facebook',
    'إعلان',
    'طباعة',
    'حجم الخط',
    'A+ A-',
    '1,234 مشاهدة',
    'عدد المشاهدات: 1234',
    '3 دقائق للقراءة',
    'اقرأ أيضاً: تاريخ المحطة',
    'إقرأ ايضا: تاريخ المحطة',
    'اقرأ أيضًا تاريخ المحطة',
    'الوسوم: كتب، قطار',
    'كلمات مفتاحية: كتب، قطار',
    'Tags: books',
    '#كتب #قطار',
    'الرئيسية > محليات',
    'Home / Local / Books',
    'تابعونا على تلغرام للمزيد من الأخبار',
    'اشترك في نشرتنا البريدية',
    'نستخدم ملفات تعريف الارتباط لتحسين تجربتك على موقعنا.',
    'This website uses cookies to improve your experience.',
    'جميع الحقوق محفوظة لصحيفة الوادي 2021',
    '© 2021 صحيفة الوادي',
    'صورة أرشيفية',
    'واجهة المحطة القديمة بعد ترميمها (رويترز)',
    'تصوير: سامر الملعبي',
    'https://example.org/1',
    '* * *',
  ])('drops «%s» wherever it stands', (line) => {
    const page = readPage(pageOf(title, line, first, second, line, third));
    expect(page.paragraphs).toEqual([first, second, third]);
    expect(page.dropped).toEqual([line, line]);
  });

  test.each(['اقرأ أيضاً', 'شاهد أيضاً', 'مواضيع ذات صلة', 'You may also like', 'À lire aussi'])(
    'drops «%s» and the titles below it, and reads on behind them',
    (label) => {
      const page = readPage(
        pageOf(title, first, label, 'قطار لا يتوقف', 'كيف بنيت المحطة؟', second),
      );
      expect(page.paragraphs).toEqual([first, second]);
      expect(page.dropped).toEqual([label, 'قطار لا يتوقف', 'كيف بنيت المحطة؟']);
    },
  );

  test('keeps the subheading behind a related title', () => {
    const related = 'حكاية القطار الذي لم يصل إلى محطته الأخيرة';
    const page = readPage(pageOf(title, first, 'اقرأ أيضاً', related, 'كتب من كل بيت', second));
    expect(page.subheads).toEqual(['كتب من كل بيت']);
  });

  test.each([
    'اترك تعليقاً',
    'Leave a Reply',
    'لن يتم نشر عنوان بريدك الإلكتروني.',
    'Laisser un commentaire',
    '3 تعليقات',
  ])('drops everything behind «%s»', (label) => {
    const page = readPage(pageOf(title, first, label, 'زائر', second));
    expect(page.paragraphs).toEqual([first]);
    expect(page.dropped).toEqual([label, 'زائر', second]);
  });

  test('takes a link to the comments above the body for no more than that', () => {
    expect(readPage(pageOf(title, 'اترك تعليقاً', first, second)).paragraphs).toEqual([
      first,
      second,
    ]);
  });

  test.each([
    [['التراث', 'القراءة', 'القطارات']],
    [['← محطة أخرى تفتح أبوابها', 'حكاية سائق القطار →']],
  ])('drops tags and arrows below the body: %s', (lines) => {
    const page = readPage(pageOf(title, first, second, ...lines));
    expect(page).toMatchObject({ paragraphs: [first, second], dropped: lines });
  });

  test('keeps telephone numbers', () => {
    expect(readPage(pageOf(title, first, '71.960.448', second)).paragraphs).toContain('71.960.448');
  });

  test('drops the menu above the title and the one below the body', () => {
    const menu = ['الرئيسية', 'سياسة', 'بيئة', 'من نحن'];
    const page = readPage(pageOf(...menu, title, first, second, ...menu));
    expect(page.headline).toBe(title);
    expect(page.dropped).toEqual([...menu, ...menu]);
  });
});

describe('neighbours', () => {
  test.each([
    ['Read Previous', 'Read Next'],
    ['Previous Post', 'Next Post'],
    ['الخبر السابق', 'الخبر التالي'],
    ['المقال السابق', 'المقال التالي'],
    ['السابق', 'التالي'],
    ['Article précédent', 'Article suivant'],
  ])('stand below «%s» and «%s», in full', (previous, next) => {
    const page = readPage(
      pageOf(title, first, previous, 'خبر أول.. بتكملة', next, 'وزير: لا زيادة | تفاصيل'),
    );
    expect(page.previousTitle).toBe('خبر أول.. بتكملة');
    expect(page.nextTitle).toBe('وزير: لا زيادة | تفاصيل');
    expect(page.dropped).toEqual([previous, next]);
  });

  test('may stand behind both labels', () => {
    const page = readPage(pageOf(title, first, 'السابق', 'التالي', 'خبر أول', 'خبر ثان'));
    expect(page).toMatchObject({ previousTitle: 'خبر أول', nextTitle: 'خبر ثان' });
  });

  test('may share the line with their label', () => {
    const page = readPage(pageOf(title, first, 'السابق: خبر أول', 'التالي ← خبر ثان'));
    expect(page).toMatchObject({ previousTitle: 'خبر أول', nextTitle: 'خبر ثان' });
  });

  test('are not looked for above the body', () => {
    const page = readPage(pageOf('السابق', 'التالي', title, first));
    expect(page).toMatchObject({ headline: title, previousTitle: null, nextTitle: null });
  });
});

describe('the stated date', () => {
  test.each([
    ['نشر في: 24 تموز 2021', '2021-07-24'],
    ['تاريخ النشر: 24/7/2021 - 10:30', '2021-07-24T10:30'],
    ['السبت 24 يوليو 2021', '2021-07-24'],
    ['السبت ٢٤ تموز/يوليو ٢٠٢١', '2021-07-24'],
    ['24 جويلية 2021', '2021-07-24'],
    ['14 ذو الحجة 1442 هـ', '2021-07-24'],
    ['السبت 14 ذو الحجة 1442هـ - 24 يوليو 2021م', '2021-07-24'],
    ['July 24, 2021', '2021-07-24'],
    ['Published on 24 July 2021', '2021-07-24'],
    ['Publié le 24 juillet 2021', '2021-07-24'],
    ['2021-07-24', '2021-07-24'],
    ['آخر تحديث: 25 تموز 2021', '2021-07-25'],
    ['آخر تحديث: 25 تموز 2021 - نشر: 24 تموز 2021', '2021-07-24'],
    ['محليات | 24 تموز 2021 | كتب: سامر الملعبي', '2021-07-24'],
  ])('is read from «%s»', (line, date) => {
    const page = readPage(pageOf(title, line, first, second));
    expect(page.statedDate).toBe(date);
    expect(page.dropped).toEqual([line]);
  });

  test('may stand above the title', () => {
    expect(readPage(pageOf('24 تموز 2021', title, first)).statedDate).toBe('2021-07-24');
  });

  test.each([
    ['a sentence of the body', 'وكانت المحطة قد أغلقت في 24 تموز 1998 بعد فيضان النهر.'],
    ['a short sentence of it', 'أغلقت في 24 تموز 1998.'],
    ['a date without its year', '26 تموز (يوليو) الجاري'],
  ])('is not taken from %s', (_, line) => {
    const page = readPage(pageOf(title, first, line, second));
    expect(page.statedDate).toBeNull();
    expect([...page.paragraphs, ...page.subheads]).toContain(line);
  });
});

describe('byline, source and dateline', () => {
  test.each([
    ['كتب: سامر الملعبي'],
    ['كتبت سلمى الحارثي'],
    ['بقلم سامر الملعبي'],
    ['بقلم: سامر الملعبي'],
    ['بواسطة سامر الملعبي'],
    ['By Samer Malabi'],
  ])('«%s» is a byline', (line) => {
    const page = readPage(pageOf(title, line, first, second));
    expect(page.byline).toBe(line.replace(/^\S+\s/u, ''));
  });

  test('a headline that begins with «كتب» is none', () => {
    const page = readPage(pageOf('كتب الأطفال تصل أولاً', first, second));
    expect(page).toMatchObject({ headline: 'كتب الأطفال تصل أولاً', byline: null });
  });

  test.each(['المصدر: وكالة أنباء الوادي', 'Source: وكالة أنباء الوادي'])(
    '«%s» names the source and is dropped',
    (line) => {
      const page = readPage(pageOf(title, first, second, line));
      expect(page).toMatchObject({ sourceName: 'وكالة أنباء الوادي', dropped: [line] });
    },
  );

  test('what stands behind the dateline of a paragraph stays as it was', () => {
    const page = readPage(pageOf(title, `بغداد – رويترز: ${first}  `, second));
    expect(page.dateline).toEqual({ place: 'بغداد', outlet: 'رويترز' });
    expect(page.paragraphs).toEqual([first, second]);
  });

  test.each([
    ['الرياض 14 ذو الحجة 1442 هـ الموافق 24 يوليو 2021 م واس', 'الرياض', 'واس'],
    ['الرباط – 24 يوليو 2021 (ومع)', 'الرباط', 'ومع'],
    ['بيروت – 24 تموز 2021', 'بيروت', null],
    ['بغداد 24 تموز 2021 (رويترز)', 'بغداد', 'رويترز'],
  ])('«%s» is a dateline that states the date', (line, place, outlet) => {
    const page = readPage(pageOf(title, line, first, second));
    expect(page).toMatchObject({ dateline: { place, outlet }, statedDate: '2021-07-24' });
    expect(page.paragraphs).toEqual([first, second]);
  });

  test('a dateline may stand above the title', () => {
    const page = readPage(pageOf('بغداد – رويترز', title, first));
    expect(page).toMatchObject({ headline: title, dateline: { place: 'بغداد', outlet: 'رويترز' } });
  });
});

describe('the headline', () => {
  test('of two lines is the one that the first paragraph reports', () => {
    const page = readPage(`كتب جمعها الأطفال من الجيران\n${title}\n\n${first}\n\n${second}`);
    expect(page).toMatchObject({
      headline: title,
      kicker: 'كتب جمعها الأطفال من الجيران',
      deck: null,
    });
  });

  test('may have a deck below it', () => {
    const page = readPage(pageOf(title, 'عشرة آلاف كتاب في رفوف من خشب', first, second));
    expect(page).toMatchObject({ headline: title, deck: 'عشرة آلاف كتاب في رفوف من خشب' });
  });

  test('may have a kicker above and a deck below it', () => {
    const page = readPage(
      pageOf('الوادي تقرأ', title, 'عشرة آلاف كتاب في رفوف من خشب', first, second),
    );
    expect(page).toMatchObject({
      kicker: 'الوادي تقرأ',
      headline: title,
      deck: 'عشرة آلاف كتاب في رفوف من خشب',
    });
  });

  test.each([`# ${title}`, `**${title}**`, `${title} | المدار نيوز\n${title}`])(
    'is read from «%s»',
    (lines) => {
      expect(readPage(pageOf(lines, first, second))).toMatchObject({
        headline: title,
        kicker: null,
        deck: null,
        paragraphs: [first, second],
      });
    },
  );

  test('of a report that has no full stops is not joined by its first paragraph', () => {
    const report = 'فاز فريق الوادي مساء اليوم الخميس على فريق الجبل بهدفين لصفر';
    const page = readPage(pageOf('الوادي يهزم الجبل', report, 'وسجل الهدفين سامر الملعبي'));
    expect(page).toMatchObject({ headline: 'الوادي يهزم الجبل', deck: null });
    expect(page.paragraphs[0]).toBe(report);
  });

  test('loses the name of the site, which is not lost', () => {
    const page = readPage(pageOf(`${title} - صحيفة الوادي`, first));
    expect(page).toMatchObject({ headline: title, kicker: null, dropped: ['- صحيفة الوادي'] });
  });
});

describe('a page that cannot be read is refused with what to do', () => {
  test.each([
    ['an empty file', '', /empty.*give a file/],
    ['blanks alone', ' \n\u00a0\n\ufeff', /empty/],
    ['bytes', `PK\0\u0003${title}`, /binary.*save the page/],
    ['a wrong encoding', '\ufffd'.repeat(50), /UTF-8.*save the page/],
    ['control characters', `\u0001\u0002\u0003${title}`, /UTF-8/],
    ['5,000,001 characters', 'نص '.repeat(1_666_667), /5,000,000 characters.*save the one article/],
    ['a body without a title', `${first} ${second} ${third} ${second}\n\n${third}`, /No headline/],
    [
      'a body that begins with its dateline',
      `بغداد – رويترز: ${first}\n\n${second}`,
      /No headline/,
    ],
    ['one endless line', 'كلمة '.repeat(100), /No headline/],
    ['a title alone', title, /no body/],
    ['a menu alone', 'الرئيسية\nسياسة\nرياضة', /No headline/],
    ['HTML without text', '<html><body><div></div><p> </p></body></html>', /empty|headline/],
  ])('%s', (_, input, message) => {
    expect(() => readPage(input)).toThrow(UnreadablePage);
    expect(() => readPage(input)).toThrow(message);
  });

  test('another language is no reason', () => {
    const page = readPage(
      'Old station becomes a library\n\nThe town opened its library today, after two years.',
    );
    expect(page.headline).toBe('Old station becomes a library');
  });
});
