import type { Block } from '../../newsroom/stories/body.ts';

/** What stories of the invented town say: a plain body, and one with everything in it. */

const text = (value: string): Block => ({
  type: 'paragraph',
  content: [{ type: 'text', text: value }],
});

/** A short body: paragraphs, a subhead, a quotation. */
export const plainBody: Block[] = [
  text(
    'قال رئيس لجنة الملاحة في البلدية نبيل الشامي إن القوارب ستعود إلى السوق العائم فجر الجمعة 27 تشرين الثاني (نوفمبر) الجاري، بعدما بلغ منسوب النهر مترين وأربعين سنتيمتراً للمرة الأولى منذ عامين.',
  ),
  text(
    'وأضاف في لقاء مع الصحافيين أن «الماء كافٍ للقوارب الصغيرة وحدها في الأسابيع الأولى»، مشيراً إلى أن 64 بائعاً من أصل 90 جدّدوا رخصهم، وأن البقية ينتظرون فحص قواربهم.',
  ),
  {
    type: 'heading',
    attrs: { level: 2 },
    content: [{ type: 'text', text: 'مرسى جديد وممرّ للمشاة' }],
  },
  text(
    'وفي الضفّة الشرقية، أنهى العمّال مرسى من الخشب يتّسع لثلاثين قارباً، وممرّاً يصل بينه وبين سوق الخضار. وبحسب غرفة التجارة، خسر باعة السوق نحو نصف دخلهم حين انتقلوا إلى الشارع الخلفي.',
  ),
  {
    type: 'blockquote',
    attrs: { cite: 'أم سليم، بائعة خبز منذ ثلاثين عاماً' },
    content: [
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'كنت أبيع الخبز ساخناً لأن القارب يقف أمام الفرن. في الشارع يبرد.' },
        ],
      },
    ],
  },
  text(
    'ويرى مهندس الريّ طارق نعمة أن عودة الماء «لا تعني نهاية الجفاف»، داعياً إلى تحديد عدد القوارب في الصيف. أمّا البلدية فتقول إن خطة المواسم ستُعرض بحلول نهاية العام.',
  ),
];

/** One of every node that a body may hold. */
export const everyBlock: Block[] = [
  {
    type: 'paragraph',
    content: [
      { type: 'text', text: 'نصّ فيه ' },
      { type: 'text', text: 'كلام بارز', marks: [{ type: 'bold' }] },
      { type: 'text', text: ' وآخر ' },
      { type: 'text', text: 'مشدَّد', marks: [{ type: 'italic' }] },
      { type: 'text', text: '، ورابط إلى ' },
      {
        type: 'text',
        text: 'تقرير ',
        marks: [{ type: 'link', attrs: { href: 'https://river.example/report?a=1&b=2' } }],
      },
      {
        type: 'text',
        text: 'المنسوب',
        marks: [
          { type: 'bold' },
          { type: 'link', attrs: { href: 'https://river.example/report?a=1&b=2' } },
        ],
      },
      { type: 'text', text: '، وإلى ' },
      { type: 'text', text: 'خبر سابق', marks: [{ type: 'link', attrs: { href: '/12/خبر' } }] },
      { type: 'text', text: '، ومساحة 12 كم' },
      { type: 'text', text: '2', marks: [{ type: 'superscript' }] },
      { type: 'text', text: '، وصيغة H' },
      { type: 'text', text: '2', marks: [{ type: 'subscript' }] },
      { type: 'text', text: 'O، ورمز ' },
      { type: 'text', text: 'RIV-7', marks: [{ type: 'code' }] },
      { type: 'hardBreak' },
      { type: 'text', text: 'وسطر ثانٍ.' },
    ],
  },
  {
    type: 'paragraph',
    content: [{ type: 'text', text: 'The river returns, and with it the market on the water.' }],
  },
  { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'ما الذي يتغيّر' }] },
  { type: 'heading', attrs: { level: 3 }, content: [{ type: 'text', text: 'للباعة' }] },
  {
    type: 'bulletList',
    content: ['يفتح السوق من الفجر حتى التاسعة.', 'يقف كل قارب في مكان مرقّم.'].map((value) => ({
      type: 'listItem',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: value }] }],
    })),
  },
  {
    type: 'orderedList',
    content: ['تُفحص القوارب.', 'تُجدَّد الرخص.', 'تُوزَّع الأماكن بالقرعة.'].map((value) => ({
      type: 'listItem',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: value }] }],
    })),
  },
  { type: 'image', attrs: { mediaId: 2, caption: 'المرسى الجديد من الضفّة الشرقية.' } },
  {
    type: 'gallery',
    content: [
      { type: 'image', attrs: { mediaId: 1 } },
      { type: 'image', attrs: { mediaId: 3, alt: 'سلال الرمّان على حافة قارب' } },
    ],
  },
  {
    type: 'table',
    content: [
      ['الموسم', 'منسوب النهر (سم)', 'عدد القوارب', 'أيام السوق', 'دخل البائع في الأسبوع'],
      ['2024', '95', '12', '40', '85,000'],
      ['2025', '110', '0', '0', '—'],
      ['2026', '240', '64', '120', '190,000'],
    ].map((row, r) => ({
      type: 'tableRow',
      content: row.map((value, c) => ({
        type: r === 0 || c === 0 ? 'tableHeader' : 'tableCell',
        content: [{ type: 'paragraph', content: [{ type: 'text', text: value }] }],
      })),
    })),
  },
  {
    type: 'embed',
    attrs: {
      url: 'https://www.video.example/watch?v=77',
      title: 'مقطع مصوّر: أول قارب يعبر تحت الجسر',
    },
  },
  {
    type: 'blockquote',
    content: [
      {
        type: 'paragraph',
        content: [
          {
            type: 'text',
            text: 'نتعهّد في اللجنة بأن يُعلن المنسوب كل صباح عند المرسى وعلى موقع البلدية، وأن يُغلق السوق متى هبط الماء عن مئة وخمسين سنتيمتراً، وأن يعوَّض كل بائع عن أيام الإغلاق من صندوق الموسم الذي تُجمع فيه رسوم المراسي.',
          },
        ],
      },
    ],
  },
];
