import { describe, expect, test } from 'vitest';
import { chooseHeadline, splitDecks, withoutSiteName } from './split-headline.ts';

const decksOf = (title: string): [string, string] | null => {
  const decks = splitDecks(title);
  return decks ? [decks.first, decks.second] : null;
};

describe('splitDecks parts a title of two thoughts', () => {
  test.each([
    ['عودة المياه إلى أحياء الميناء.. المحافظ يشكر المتطوعين على صبرهم', '..'],
    ['عودة المياه إلى أحياء الميناء … المحافظ يشكر المتطوعين على صبرهم', '…'],
    ['عودة المياه إلى أحياء الميناء | المحافظ يشكر المتطوعين على صبرهم', '|'],
    ['عودة المياه إلى أحياء الميناء - المحافظ يشكر المتطوعين على صبرهم', '-'],
    ['عودة المياه إلى أحياء الميناء – المحافظ يشكر المتطوعين على صبرهم', '–'],
    ['عودة المياه إلى أحياء الميناء\nالمحافظ يشكر المتطوعين على صبرهم', 'line break'],
    ['عودة المياه إلى أحياء الميناء: المحافظ يشكر المتطوعين على صبرهم', ':'],
  ])('%s', (title) => {
    expect(decksOf(title)).toEqual([
      'عودة المياه إلى أحياء الميناء',
      'المحافظ يشكر المتطوعين على صبرهم',
    ]);
  });

  test('at a dash between words that only look like adjectives', () => {
    expect(decksOf('المهمة تتحول إلى دور استشاري - الكاظمي طلب دعماً لوجستياً')).not.toBeNull();
  });

  test('at the first separator when there are three thoughts', () => {
    expect(
      decksOf('حريق كبير في السوق القديم.. إجلاء السكان من بيوتهم.. النار تصل إلى الميناء'),
    ).toEqual(['حريق كبير في السوق القديم', 'إجلاء السكان من بيوتهم.. النار تصل إلى الميناء']);
  });

  test.each([
    ['البلدية تعلن خطة جديدة للسير: الشاحنات تدخل المدينة ليلاً فقط'],
    ['بعد أسابيع من الجفاف: الأمطار تعود إلى السدود'],
    ['أزمة الخبز: المخابز تعد بحل قريب'],
    ['كأس القرى الجبلية لكرة القدم: فريق الجبل يبلغ النهائي'],
  ])('at a colon that no speaker stands before: %s', (title) => {
    expect(decksOf(title)).toEqual(title.split(': '));
  });
});

describe('splitDecks never splits off a speaker', () => {
  test.each([
    ['الوزير: لن نرفع الأسعار'],
    ['البيت الأبيض: الكاظمي طلب دعماً لوجستياً ومعلومات'],
    ['مصادر: الاتفاق يوقع خلال أيام في العاصمة'],
    ['وزير الخارجية فؤاد الساحلي: العلاقات مع الجيران تتحسن'],
    ['المتحدث باسم القيادة اللواء يحيى الجبلي: القوات تسلمت مواقعها'],
    ['رئيس لجنة المياه والزراعة في البرلمان: السدود تمتلئ قبل الربيع'],
    ['مسؤول طلب عدم كشف اسمه: المفاوضات تبدأ غداً في المدينة'],
    ['سلمى الحارثي: الرواية كتبت نفسها في ليلة واحدة'],
    ['واشنطن: القوات ستبقى حتى نهاية العام'],
    ['لبنان: نقابة المستشفيات تحذر من كارثة'],
    ['العراق: قانون جديد ينظم عمل الصحافة'],
    ['صحيفة: الصفقة تشمل أربعين طائرة'],
    ['دراسة: النوم المبكر يحسّن الذاكرة عند الأطفال'],
    ['خبراء الأرصاد الجوية: المنخفض يصل مساء الخميس'],
    ['رئيس البلدية يحذر سكان الضاحية: السيول تصل خلال ساعات'],
    ['المدرب بعد خسارة النهائي: «نتحمل المسؤولية كاملة أمام الجمهور»'],
    ['في رسالة إلى أهالي المدينة: لن نترككم وحدكم'],
  ])('%s', (title) => {
    expect(splitDecks(title)).toBeNull();
  });
});

describe('splitDecks takes a short label for a kicker', () => {
  test.each([
    ['عاجل | هزة أرضية خفيفة تضرب الساحل', 'عاجل', 'هزة أرضية خفيفة تضرب الساحل'],
    ['العراق | الأمطار تملأ السدود', 'العراق', 'الأمطار تملأ السدود'],
    ['بالصور: موسم قطاف الورد', 'بالصور', 'موسم قطاف الورد'],
    ['بالفيديو : الثلج يغطي الجبل', 'بالفيديو', 'الثلج يغطي الجبل'],
    ['عاجل - إغلاق المطار بسبب الضباب', 'عاجل', 'إغلاق المطار بسبب الضباب'],
    ['خاص: تفاصيل خطة النقل الجديدة', 'خاص', 'تفاصيل خطة النقل الجديدة'],
  ])('%s', (title, kicker, headline) => {
    const decks = splitDecks(title);
    expect(decks && chooseHeadline(decks, [])).toEqual({ headline, kicker, deck: null });
  });
});

describe('splitDecks leaves one thought whole', () => {
  test.each([
    ['أخيراً.. عاد الجسر', 'a fragment before the dots'],
    ['عاد الجسر إلى أهله.. أخيراً', 'a fragment behind them'],
    ['مدينة بلا ماء منذ شهر...', 'an ellipsis at the end'],
    ['مدينة بلا ماء منذ شهر…', 'an ellipsis sign at the end'],
    ['تأجيل مباراة القمة إلى الشهر المقبل.. بسبب سوء الأحوال', 'what hangs on a preposition'],
    ['فريق الجبل 2 - 1 فريق الوادي في نهائي الكأس', 'a score'],
    ['موسم 2019 - 2020 الأصعب على مزارعي الزيتون', 'a span of years'],
    ['الوزير - في أول ظهور منذ مرضه - يفتتح المدرسة', 'a parenthesis'],
    ['لجنة لبنانية - سورية مشتركة لترسيم حدود القرى', 'joined adjectives'],
    ['المخرج يعرض فيلمه «أنا.. أنت.. نحن جميعاً» في القرية', 'dots inside quotation marks'],
    ['افتتاح المسبح البلدي عند الساعة 10:30 صباحاً', 'a clock time'],
    ['عنوان بسيط من دون أي فاصل', 'no separator'],
  ])('%s (%s)', (title) => {
    expect(splitDecks(title)).toBeNull();
  });
});

describe('chooseHeadline', () => {
  const first = 'المحافظ يشكر المتطوعين على صبرهم';
  const second = 'عودة المياه إلى أحياء الميناء';
  const decks = { first, second, label: null };

  test('takes the deck that the first paragraph reports, with the other as kicker if it stood before', () => {
    const titles = chooseHeadline(decks, ['عادت المياه فجراً إلى أحياء الميناء كلها.']);
    expect(titles).toEqual({ headline: second, kicker: first, deck: null });
  });

  test('keeps the other as deck if it stood after', () => {
    const titles = chooseHeadline(decks, ['وجّه المحافظ شكره إلى المتطوعين الذين صبروا.']);
    expect(titles).toEqual({ headline: first, kicker: null, deck: second });
  });

  test('asks the second paragraph when the first reports neither', () => {
    const titles = chooseHeadline(decks, ['كان الصباح هادئاً.', 'ثم عادت المياه إلى الميناء.']);
    expect(titles.headline).toBe(second);
  });

  test('takes the first deck when no paragraph decides', () => {
    expect(chooseHeadline(decks, ['كان الصباح هادئاً.']).headline).toBe(first);
  });

  test('knows words again whatever their hamza, tashkeel and affixes', () => {
    const titles = chooseHeadline(
      { first: 'كلام آخر تماماً هنا', second: 'إعلان الأحكام النهائيّة', label: null },
      ['صدر اعلان بأحكام نهائية.'],
    );
    expect(titles.headline).toBe('إعلان الأحكام النهائيّة');
  });

  test('never makes a headline of what begins with «and»', () => {
    const parted = splitDecks('عصام يغادر المستشفى اليوم.. وقضية أخرى في الأفق');
    const titles = parted && chooseHeadline(parted, ['قضية أخرى في الأفق تنتظر الرجل.']);
    expect(titles?.headline).toBe('عصام يغادر المستشفى اليوم');
  });

  test('takes a word that only begins with waw for what it is', () => {
    const parted = splitDecks('خلاف على المياه في الوادي.. وزارة الزراعة توزع البذور');
    const titles = parted && chooseHeadline(parted, ['وزعت وزارة الزراعة البذور.']);
    expect(titles?.headline).toBe('وزارة الزراعة توزع البذور');
  });
});

describe('withoutSiteName', () => {
  test.each([
    ['عودة القطار إلى المحطة - صحيفة المدار', [], 'عودة القطار إلى المحطة', '- صحيفة المدار'],
    ['عودة القطار إلى المحطة | المدار نيوز', [], 'عودة القطار إلى المحطة', '| المدار نيوز'],
    ['عودة القطار إلى المحطة – أهل البلد', ['أهل البلد'], 'عودة القطار إلى المحطة', '– أهل البلد'],
  ])('takes the name off %s', (title, siteNames, rest, site) => {
    expect(withoutSiteName(title, siteNames)).toEqual({ title: rest, site });
  });

  test.each([
    ['عودة القطار إلى المحطة - فرح في القرية'],
    ['عودة القطار إلى المحطة | فيديو'],
    ['عودة القطار إلى المحطة'],
  ])('leaves %s as it is', (title) => {
    expect(withoutSiteName(title, [])).toBeNull();
  });
});
