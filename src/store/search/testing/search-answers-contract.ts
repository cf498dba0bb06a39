import { describe, expect, test } from 'vitest';
import type { SearchFilters } from '../search-index.ts';
import { now, type OpenedIndex, story, testedIndex } from './tested-index.ts';

/** What every search index must answer, whatever engine is behind it. */
export function testSearchAnswers(name: string, open: () => Promise<OpenedIndex>): void {
  describe(name, () => {
    const tested = testedIndex(open);
    const { put, ask, idsFor } = tested;

    test.each([
      ['العراقيه', 'الحكومة العراقية تجتمع'],
      ['الاثنين', 'جلسة يوم الإثنين'],
      ['مسؤول', 'المسؤولون يردّون'],
      ['مسئول', 'بيان للمسؤولين'],
      ['لوجستيا', 'دعمٌ لوجستيّاً للقرى'],
      ['لوجيستي', 'مركز لوجستي قرب الميناء'],
      ['دعم', 'تلقّى دعماً من الأهالي'],
      ['مَكتَبة', 'المكتبة العامة تفتح'],
      ['مدرسه', 'بناء مدرسة في القرية'],
      ['موسيقي', 'حفل موسيقى في الساحة'],
      ['غوغل', 'تطبيق من جوجل للخرائط'],
      ['انكلترا', 'منتخب إنجلترا يتدرّب'],
      ['اميركا', 'الطقس في أمريكا الشمالية'],
      ['ترمب', 'خطاب ترامب أمام الطلبة'],
      ['عبدالله', 'الشاعر عبد الله في أمسية'],
      ['عبد الرحمن', 'المعلّم عبدالرحمن يعود'],
      ['يوليو', 'حصاد تموز في السهل'],
      ['تموز', 'حصاد يوليو في السهل'],
      ['كانون الثاني', 'برد يناير في الجبل'],
      ['وزير', 'الوزراء يجتمعون مساء'],
      ['مدينة', 'ثلاث مدن على النهر'],
      ['مشروع', 'مشاريع الريّ الجديدة'],
      ['بغداد', 'رحلة لبغداد في القطار'],
      ['وببغداد', 'معرض في بغداد للخط'],
      ['للعراق', 'رحلة العراق الطويلة'],
      ['علما', 'العلماء في المختبر'],
      ['٢٠٢٦', 'موازنة 2026'],
      ['MATBAA', 'برنامج matbaa الجديد'],
      ['قرار', 'دافع الوزير عن قراراته'],
      ['لاجئ', 'خيام للاجئين قرب الحدود'],
      ['زميل', 'شكر المدرب زملائه'],
      ['لقاء', 'تحدّث في لقائه عن الماء'],
      ['إجراء', 'طالبوا بإجراءات تحمي النهر'],
      ['سوبر ماركت', 'حريق في سوبرماركت صغير'],
      ['بلاي بوي', 'مجلة بلايبوي القديمة'],
      ['وزيرالزراعة', 'زيارة وزير الزراعة للسوق'],
      ['أبوالخصيب', 'بساتين أبو الخصيب'],
    ])('finds what «%s» means in «%s»', async (query, headline) => {
      await put(story(1, { headline }), story(2, { headline: 'طقس مشمس' }));

      expect(await idsFor(query)).toEqual([1]);
    });

    test.each([
      ['جامعة', 'جامع القرية القديم'],
      ['شرطة', 'شرط اللاعب'],
      ['ثورة', 'ثور هائج في السوق'],
      ['كتائب', 'كتاب جديد'],
      ['قانون', 'قناني الماء'],
      ['ريق', 'فريق القرية يفوز'],
      ['بابا', 'باب الحارة يُصلَح'],
      ['علم', 'العمل في الميناء'],
      ['احتجاج', 'احتكاك الآلات بالحصى'],
      ['حمل', 'حملة تنظيف الشاطئ'],
      ['آب', 'صورة مع أب وابنه'],
      ['كوبا', 'كوب من الشاي'],
    ])('does not take «%s» for a word of «%s»', async (query, headline) => {
      await put(story(1, { headline, body: '' }));

      expect(await idsFor(query)).toEqual([]);
    });

    test('gives the same stories first however many are asked for', async () => {
      const stories = Array.from({ length: 400 }, (_, i) =>
        story(i + 1, {
          headline: i % 9 === 0 ? `النهر ${i}` : `خبر ${i}`,
          body: `${'كلام '.repeat((i * 37) % 90)}عن النهر${' وعن النهر'.repeat(i % 3)}`,
        }),
      );
      await put(...stories);
      const first = async (limit: number): Promise<number[]> =>
        (await tested.index.search({ query: 'النهر', limit, now })).matches.map(({ id }) => id);

      const few = await first(5);
      expect((await first(20)).slice(0, 5)).toEqual(few);
      expect((await first(200)).slice(0, 20)).toEqual(await first(20));
      expect(await first(200)).toHaveLength(200);
      const { total } = await tested.index.search({ query: 'النهر خبر كلام', limit: 2, now });
      expect((await tested.index.search({ query: 'النهر خبر كلام', limit: 100, now })).total).toBe(
        total,
      );
    });

    test('a name typed as one word is found as a whole', async () => {
      await put(
        story(1, { body: 'وصل عبد الرزاق إلى المكتبة' }),
        story(2, { body: 'عبد الحميد يقرأ' }),
        story(3, { body: 'الرزاق كريم' }),
      );

      expect(await idsFor('عبدالرزاق')).toEqual([1]);
      expect((await ask('عبدالرزاق')).total).toBe(1);
    });

    test('offers another spelling in the place of the word that is wrong', async () => {
      const body = 'افتتحت مكتبة المدينة في أكتوبر معرض المخطوطات';
      await put(...Array.from({ length: 60 }, (_, i) => story(i + 1, { body })));

      expect((await ask('مخطوطات المخطوطتا')).suggestion).toBe('مخطوطات المخطوطات');
      expect((await ask('معرض أكتبور')).suggestion).toBe('معرض أكتوبر');
    });

    test('puts a headline above a mention in the text', async () => {
      await put(
        story(1, { headline: 'خبر آخر', body: 'في النهر قوارب' }),
        story(2, { headline: 'النهر يفيض' }),
      );

      expect(await idsFor('النهر')).toEqual([2, 1]);
    });

    test('puts stories with every word first, those with some after them', async () => {
      await put(
        story(1, { headline: 'جسر المدينة' }),
        story(2, { headline: 'جسر النهر' }),
        story(3, { headline: 'طقس' }),
      );

      expect(await idsFor('جسر النهر')).toEqual([2, 1]);
    });

    test('puts the word as it was typed above its other forms', async () => {
      await put(
        story(1, { headline: 'قالت الحكومات' }),
        story(2, { headline: 'قالت الحكومة' }),
        story(3, { headline: 'قالت حكومته' }),
      );

      expect((await idsFor('الحكومة'))[0]).toBe(2);
    });

    test('puts the newer of two equal stories first', async () => {
      await put(
        story(1, { headline: 'حصاد القمح', at: now - 900 * 86_400_000 }),
        story(2, { headline: 'حصاد القمح', at: now }),
      );

      expect(await idsFor('القمح')).toEqual([2, 1]);
    });

    test('puts a headline first among more stories than anybody counts words in', async () => {
      const many = Array.from({ length: 1100 }, (_, i) => story(i + 1, { body: 'حصاد القمح' }));
      await put(...many, story(2000, { headline: 'القمح', body: 'غيره' }));

      const { total, matches } = await ask('القمح');

      expect(total).toBe(1101);
      expect(matches[0]?.id).toBe(2000);
      expect(await idsFor('القمح -حصاد')).toEqual([2000]);
    });

    test('ignores words that only ask when there are others', async () => {
      await put(
        story(1, { headline: 'سعر القمح اليوم' }),
        story(2, { headline: 'ما هو رأيك', body: 'ما هو وما هي' }),
      );

      expect(await idsFor('ما هو سعر القمح؟')).toEqual([1]);
    });

    test.each(['«القطار السريع»', '"القطار السريع"', '“القطار السريع”'])(
      'wants the words of %s in that order',
      async (query) => {
        await put(
          story(1, { headline: 'القطار السريع يصل' }),
          story(2, { headline: 'السريع في القطار' }),
        );

        expect(await idsFor(query)).toEqual([1]);
      },
    );

    test.each([
      ['القطار -السريع', [2]],
      ['القطار -«السريع الجديد»', [2, 3]],
      ['القطار - السريع', [1, 3, 2]],
    ])('leaves out what %s excludes', async (query, ids) => {
      await put(
        story(1, { headline: 'القطار السريع الجديد' }),
        story(2, { headline: 'القطار البطيء' }),
        story(3, { headline: 'القطار السريع' }),
      );

      expect((await idsFor(query)).toSorted()).toEqual(ids.toSorted());
    });

    test('keeps to a section, a topic, a person and days', async () => {
      await put(
        story(1, { headline: 'القمح', sectionId: 1, topicIds: [5], day: '2020-12-31' }),
        story(2, { headline: 'القمح', sectionId: 2, personIds: [5], day: '2021-01-01' }),
        story(3, { headline: 'القمح', sectionId: 1, topicIds: [55], day: '2021-03-15' }),
      );

      expect((await idsFor('القمح', { sectionId: 1 })).toSorted()).toEqual([1, 3]);
      expect(await idsFor('القمح', { topicId: 5 })).toEqual([1]);
      expect(await idsFor('القمح', { personId: 5 })).toEqual([2]);
      expect((await idsFor('القمح', { from: '2021-01-01' })).toSorted()).toEqual([2, 3]);
      expect(await idsFor('القمح', { from: '2021-01-01', to: '2021-03-14' })).toEqual([2]);
      expect(await idsFor('القمح', { from: '2021-02-01', to: '2020-02-01' })).toEqual([]);
    });

    test('keeps to states and writers, which not every story has', async () => {
      await put(
        story(1, { headline: 'القمح', state: 'draft', authorId: 'Ab-1' }),
        story(2, { headline: 'القمح', state: 'review', authorId: 'ab-1' }),
        story(3, { headline: 'القمح' }),
      );

      expect(await idsFor('القمح', { states: ['draft'] })).toEqual([1]);
      expect(await idsFor('القمح', { states: ['draft', 'review'] })).toEqual([1, 2]);
      expect(await idsFor('القمح', { states: [] })).toEqual([]);
      expect(await idsFor('القمح', { authorId: 'ab-1' })).toEqual([2]);
      await put(story(1, { headline: 'القمح', state: 'review' }));
      expect(await idsFor('القمح', { states: ['draft'] })).toEqual([]);
    });

    test('matches all stories with every word, the last perhaps begun', async () => {
      await put(
        story(1, { headline: 'حصاد القمح', body: 'في السهول البعيدة', sectionId: 4 }),
        story(2, { headline: 'أسعار', body: 'حصاد القمح غلا' }),
        story(3, { headline: 'حصاد' }),
      );
      const match = (query: string, filters: SearchFilters = {}): Promise<number[]> =>
        tested.index.matching({ query, limit: 50, filters });

      expect(await match('حصاد القمح')).toEqual([2, 1]);
      expect(await match('حصاد القمح', { sectionId: 4 })).toEqual([1]);
      expect(await match('«حصاد القمح» -أسعار')).toEqual([1]);
      expect(await match('القمح سهو')).toEqual([1]);
      expect(await match('سهو القمح')).toEqual([]);
      expect(await tested.index.matching({ query: 'حصاد', limit: 2 })).toEqual([3, 2]);
      await tested.index.clear();
      expect(await match('حصاد')).toEqual([]);
    });

    test.each([
      ['الحكومه', 'الحكومة العراقية', null],
      ['الحكوكة', 'الحكومة العراقية', 'الحكومة'],
      ['المستشقى', 'المستشفى الجديد', 'المستشفى'],
      ['جسر المدينه القديمم', 'جسر المدينة القديم', 'جسر المدينه القديم'],
    ])('for «%s» beside «%s» means %s', async (query, headline, suggestion) => {
      await put(story(1, { headline }));

      expect((await ask(query)).suggestion).toBe(suggestion);
    });

    test('a slip of the pen finds nothing by itself', async () => {
      await put(story(1, { headline: 'المستشفى الجديد' }));

      expect(await ask('المستشقى')).toMatchObject({ total: 0, matches: [] });
    });

    test('cuts the snippet at words round the matches and marks them in the original text', async () => {
      const filler = 'كلام كثير لا يعني أحداً '.repeat(40);
      await put(story(1, { body: `${filler}وقال إنّ المسؤولينَ زاروا القرية. ${filler}` }));

      const { matches } = await ask('مسؤول');

      const { snippet, marks } = matches[0] ?? { snippet: '', marks: [] };
      expect(marks.map(([start, end]) => snippet.slice(start, end))).toEqual(['المسؤولينَ']);
      expect(snippet.startsWith('… ')).toBe(true);
      expect(snippet.endsWith(' …')).toBe(true);
      const words = new Set(`${filler}وقال إنّ المسؤولينَ زاروا القرية.`.split(/\s+/));
      for (const word of snippet.replaceAll('…', '').trim().split(/\s+/))
        expect(words).toContain(word);
    });

    test('begins the snippet where the text begins when only the headline matches', async () => {
      await put(story(1, { headline: 'القمح', body: 'بدأ الحصاد.' }));

      expect((await ask('القمح')).matches[0]).toMatchObject({ snippet: 'بدأ الحصاد.', marks: [] });
    });
  });
}
