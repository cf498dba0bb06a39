import type { Picture, PublishedStory, Shell } from '../../../newsroom/publications/views.ts';
import { settingsSchema } from '../../../newsroom/settings/settings.ts';
import { type Block, paragraphOf } from '../../../newsroom/stories/body.ts';

/** Made-up stories for the tests of feeds. */

export const siteUrl = 'https://paper.example';

export const shell: Shell = {
  settings: settingsSchema.parse({ name: 'صحيفة النهر' }),
  sections: [{ id: 3, slug: 'محليات', name: 'محليات' }],
  footerPages: [],
};

export const bridge: Picture = {
  id: 7,
  hash: '0123456789abcdef01234567',
  width: 2400,
  height: 1600,
  focalX: 0.5,
  focalY: 0.5,
  alt: 'جسر المدينة عند الغروب',
  caption: 'الجسر بعد ترميمه',
  credit: 'أرشيف النهر',
};

/** 1:30 in the night of 24 July 2021 in Baghdad; still the 23rd in UTC. */
export const afterMidnight = Date.UTC(2021, 6, 23, 22, 30);

export function storyOf(changes: Partial<PublishedStory> = {}, blocks?: Block[]): PublishedStory {
  return {
    id: 42,
    slug: 'افتتاح-الجسر',
    type: 'news',
    kicker: null,
    headline: 'افتتاح الجسر القديم بعد ترميمه',
    standfirst: null,
    section: { id: 3, slug: 'محليات', name: 'محليات' },
    byline: { people: [], agency: null },
    publishedAt: afterMidnight,
    updatedAt: afterMidnight,
    lead: null,
    commentCount: 0,
    priority: 'normal',
    deck: null,
    dateline: null,
    body: { type: 'doc', content: blocks ?? [paragraphOf('عبر الأهالي الجسر صباحاً.')] },
    pictures: {},
    sources: [],
    events: [],
    corrections: [],
    topics: [],
    series: null,
    readingMinutes: 1,
    comments: 'open',
    ...changes,
  };
}

/** Text that breaks careless writers of XML, HTML and scripts, and what is left of it when written well. */
export const hostile = [
  ['the end of a CDATA section', 'قال: ]]> ثم مضى', 'قال: ]]> ثم مضى'],
  ['an element', 'عن <script>alert(1)</script>', 'عن <script>alert(1)</script>'],
  ['the end of a script', '</script><b>', '</script><b>'],
  ['an ampersand and quotes', `"أ" & 'ب' &amp; &lt;`, `"أ" & 'ب' &amp; &lt;`],
  ['control characters', 'قبل\u0000\u0008\u001b\uffffبعد', 'قبلبعد'],
  ['half a surrogate pair', 'قبل\ud83dبعد', 'قبل\ufffdبعد'],
  ['line separators of JavaScript', 'قبل\u2028\u2029بعد', 'قبل\u2028\u2029بعد'],
  ['an emoji and Arabic marks', 'خبرٌ 🌉 سارّ', 'خبرٌ 🌉 سارّ'],
] as const;
