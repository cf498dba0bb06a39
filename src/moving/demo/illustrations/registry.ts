import type { IllustrationId } from '../content/keys.ts';
import { bench } from './bench.ts';
import { boats } from './boats.ts';
import { books } from './books.ts';
import { bridge } from './bridge.ts';
import { bus } from './bus.ts';
import { hospital } from './hospital.ts';
import { letters } from './letters.ts';
import { medicine } from './medicine.ts';
import { pitch } from './pitch.ts';
import { rain } from './rain.ts';
import { rowing } from './rowing.ts';
import { scales } from './scales.ts';
import { wheat } from './wheat.ts';

export interface Illustration {
  /** The picture as an SVG document, 1600 × 1000, the same on every call. */
  draw: () => string;
  alt: string;
  caption: string;
  credit: string;
  /** The point that a crop keeps, in fractions of width (from the left) and height. */
  focalX: number;
  focalY: number;
}

const credit = 'رسم: ديمة الخزّاف – المرسى';

/** Every picture of the demo paper, drawn by code for it. */
export const illustrations: Readonly<Record<IllustrationId, Illustration>> = {
  bridge: {
    draw: bridge,
    alt: 'جسر حجري بخمس قناطر عند الغروب، يعبره مشاة وقد أضيئت مصابيحه، وخلفه شمس كبيرة تنعكس في النهر.',
    caption: 'جسر الطواحين كما يُرى من مرسى القصب.',
    credit,
    focalX: 0.62,
    focalY: 0.4,
  },
  rain: {
    draw: rain,
    alt: 'سطوح بيوت متلاصقة تمطر السماء على نصفها الأيسر من سحابة داكنة، وفي الوسط شخص تحت مظلّة حمراء، والنصف الأيمن مشمس.',
    caption: 'الجبهة فوق حيّ الحبّالين: نصف المدينة تحت المطر ونصفها ينتظر.',
    credit,
    focalX: 0.5,
    focalY: 0.66,
  },
  bus: {
    draw: bus,
    alt: 'حافلة حمراء تقف في شارع بين بيوت ملوّنة ونخيل، وعند الموقف راكبان ينتظران في ضوء الصباح.',
    caption: 'أول حافلة في الصباح عند موقف الكورنيش.',
    credit,
    focalX: 0.5,
    focalY: 0.68,
  },
  wheat: {
    draw: wheat,
    alt: 'سنابل قمح في المقدّمة، وخلفها سفينة شحن في البحر وستّ صوامع على الرصيف.',
    caption: 'من السنبلة إلى الصومعة: القمح يصل إلى الميناء بحراً.',
    credit,
    focalX: 0.5,
    focalY: 0.4,
  },
  scales: {
    draw: scales,
    alt: 'ميزان كبير ذو قرص وعقرب أحمر على طاولة حجرية، فوقه كومة نارنج، وعلى جانبيه بسطات خضار تحت مظلّات مقلّمة.',
    caption: 'الميزان العام عند المدخل الجنوبي لسوق الخضار.',
    credit,
    focalX: 0.54,
    focalY: 0.45,
  },
  bench: {
    draw: bench,
    alt: 'مقعد أحمر خالٍ في ظلّ شجرة نارنج، عليه كيس برتقال وجريدة مفتوحة، وإلى جانب الجذع قطّة سوداء.',
    caption: 'ظلّ واحد يكفي مقعداً وقطّة.',
    credit,
    focalX: 0.62,
    focalY: 0.66,
  },
  hospital: {
    draw: hospital,
    alt: 'واجهة مستشفى في الليل معظم نوافذها مطفأة، وفي وسطها نافذة عريضة مضاءة يظهر فيها سرير ومصباح أحمر.',
    caption: 'نافذة العيادة المسائية كما تُرى من حديقة المستشفى.',
    credit,
    focalX: 0.61,
    focalY: 0.53,
  },
  medicine: {
    draw: medicine,
    alt: 'رفّ خشبي عليه زجاجات دواء وعلب ووعاء حبوب، وعلى الجدار بقعة ضوء من نافذة ومفتاح معلّق.',
    caption: 'مكان جافّ، وضوء لا يبلغ الرفّ، ومفتاح لا تبلغه الأيدي الصغيرة.',
    credit,
    focalX: 0.52,
    focalY: 0.58,
  },
  pitch: {
    draw: pitch,
    alt: 'ملعب كرة قدم من الأعلى، لاعبون بالأحمر والأبيض أمام المرمى بظلال طويلة، وخطّ منقّط يبيّن مسار الكرة من الركنية إلى المرمى.',
    caption: 'الدقيقة 89: من الركنية إلى رأس قصّاب إلى الزاوية البعيدة.',
    credit,
    focalX: 0.72,
    focalY: 0.52,
  },
  rowing: {
    draw: rowing,
    alt: 'قارب تجديف طويل من الأعلى، فيه ثماني مجدّفات وقائدة دفّة، يشقّ نهراً بين ضفّتين مشجّرتين.',
    caption: 'القارب المستعار على نهر الدفلى عند الشروق.',
    credit,
    focalX: 0.5,
    focalY: 0.52,
  },
  books: {
    draw: books,
    alt: 'داخل صومعة حجرية عالية يدخلها الضوء من السقف، فيها رفوف كتب وسلّم حلزوني وثلاثة زوّار يقرأون.',
    caption: 'الصومعة الثالثة كما ستبدو يوم الافتتاح، وعلامات الفحم باقية على جدارها.',
    credit,
    focalX: 0.48,
    focalY: 0.64,
  },
  letters: {
    draw: letters,
    alt: 'فرشاة عريضة ترسم على جانب قارب خشبي خطوطاً متقاطعة بالكحلي والأحمر تشبه حركة الخطّ العربي، وإلى جانبها دلو دهان.',
    caption: 'تمارين الفرشاة على خشب القارب قبل كتابة الاسم.',
    credit,
    focalX: 0.45,
    focalY: 0.4,
  },
  boats: {
    draw: boats,
    alt: 'هيكل قارب خشبي تظهر أضلاعه على رصيف، وخلفه قوارب صيد ملوّنة ومنارة وشمس قريبة من الأفق.',
    caption: 'هيكل القارب الثالث والعشرين على رصيف الصيّادين، قبل إتمام ألواحه.',
    credit,
    focalX: 0.5,
    focalY: 0.62,
  },
};
