/** Invented stories for the bench: words of our own in random order, of an honest length. */

const words =
  'المدينة الجسر النهر السوق المدرسة المستشفى البلدية المجلس الميناء القطار الشارع الحديقة المكتبة الملعب الفريق المدرّب الطبيب المعلّمة المهندس الصيّاد الخبّاز الموسم المطر الريح القمح السعر الميزانية الخطّة المشروع الافتتاح الإغلاق الترميم القرار الجلسة التقرير الدراسة اللجنة الاجتماع المؤتمر الصباح المساء الأسبوع الشهر العام الماضي المقبل الجديد القديم الكبير الصغير الأول الثاني الأخير قال أعلن أوضح أضاف أكّد ذكر يرى يبدأ ينتهي يفتح يغلق يرتفع ينخفض يستمرّ يعود من إلى على في عن مع بعد قبل بين خلال حول دون أن إن التي الذي هذا هذه وقد كما لكن حين منذ حتى'.split(
    ' ',
  );

/** A small generator with a seed, so that every run loads the same stories. */
function randomFrom(seed) {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

const sections = ['المدينة', 'اقتصاد', 'صحّة', 'رياضة', 'ثقافة'];

/** `count` lines of the JSONL format, each story of about 3,000 characters, one an hour. */
export function* storyLines(count) {
  const random = randomFrom(20261123);
  const sentence = (length) => Array.from({ length }, () => words[random(words.length)]).join(' ');
  const newest = Date.now() - 3_600_000;
  for (let n = 0; n < count; n += 1) {
    const paragraphs = Array.from({ length: 9 }, () => `${sentence(52)}.`);
    yield `${JSON.stringify({
      id: `bench-${n}`,
      section: sections[n % sections.length],
      title: sentence(8),
      time: new Date(newest - (count - n) * 3_600_000).toISOString(),
      abstract: sentence(14),
      text: paragraphs.join('\n'),
    })}\n`;
  }
}
