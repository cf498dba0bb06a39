import { type Family, type FamilyHit, familyOf } from '../families.ts';
import type { Word } from '../paragraph.ts';
import type { Setting, StoryMatch, StoryRule } from '../rule.ts';
import type { Story } from '../story.ts';
import { archiveForm, mixedMessage, withForm } from './forms.ts';

/** One way of writing a word in one story. */

/** A word of a family where it stands. */
interface Place {
  paragraph: number;
  word: Word;
  written: string;
  hit: FamilyHit;
  quoted: boolean;
}

function placesOf(story: Story): Map<Family, Place[]> {
  const found = new Map<Family, Place[]>();
  story.paragraphs.forEach(({ words, text, protected: kept, quoted }, paragraph) => {
    for (const word of words) {
      const hit = familyOf(word);
      if (hit === null || kept.at(word.start, word.end) !== null) continue;
      const place = {
        ...{ paragraph, word, hit, written: text.slice(word.start, word.end) },
        quoted: quoted.at(word.start, word.end) !== null,
      };
      const there = found.get(hit.family);
      if (there === undefined) found.set(hit.family, [place]);
      else there.push(place);
    }
  });
  return found;
}

/** The form that counts where a story mixes: the house's, the archive's, the better one, the story's own. */
function winner(family: Family, places: readonly Place[], setting: Setting): string {
  const { style, context } = setting;
  const house = style.forms[family.id];
  if (house !== undefined) return house;
  const count = (form: string): number => places.filter(({ hit }) => hit.form === form).length;
  const byArchive =
    context.archive === null ? null : archiveForm(family, places[0], context.archive);
  if (byArchive !== null) return byArchive.form;
  if (family.preferred !== null) return family.preferred;
  return [...family.forms].sort((a, b) => count(b) - count(a))[0] ?? family.id;
}

function* mixed(
  story: Story,
  setting: Setting,
  kinds: readonly Family['kind'][],
): Generator<StoryMatch> {
  for (const [family, places] of placesOf(story)) {
    if (!kinds.includes(family.kind) || new Set(places.map(({ hit }) => hit.form)).size < 2)
      continue;
    const right = winner(family, places, setting);
    const good = places.filter(({ hit }) => hit.form === right);
    const others = places.filter(({ hit }) => hit.form !== right);
    const [sample] = good;
    for (const place of others) {
      const shown = sample === undefined ? withForm(place, right) : sample.written;
      const wrongs = others.filter(({ hit }) => hit.form === place.hit.form).length;
      yield {
        ...{ paragraph: place.paragraph, start: place.word.start, end: place.word.end },
        fixes: [withForm(place, right)],
        message: mixedMessage(shown, place.written, Math.max(1, good.length), wrongs),
      };
    }
    // Where the other spelling stands in quotations alone, a person must see the two beside each other.
    const outside = good.find(({ quoted }) => !quoted);
    const [other] = others;
    if (outside === undefined || other === undefined || others.some(({ quoted }) => !quoted))
      continue;
    yield {
      ...{
        paragraph: outside.paragraph,
        start: outside.word.start,
        end: outside.word.end,
        fixes: [],
      },
      message: {
        ar: `كُتبت الكلمة هنا «${outside.written}»، وكُتبت داخل اقتباس «${other.written}»؛ وحّد الصورتين إن كان القول مسموعاً لا مكتوباً.`,
        en: `The word is «${outside.written}» here and «${other.written}» in a quotation; make them one if it was spoken.`,
      },
    };
  }
}

export const consistencyRules: readonly StoryRule[] = [
  {
    id: 'two-spellings',
    family: 'consistency',
    severity: 'warning',
    scope: 'story',
    safe: false,
    quotes: 'info',
    message: {
      ar: 'كُتبت الكلمة الواحدة في المادة بصورتين.',
      en: 'The story writes one word in two ways.',
    },
    example: {
      wrong: 'طلب دعماً لوجستياً، ثم قال إن الدعم اللوجيستي وصل.',
      right: 'طلب دعماً لوجستياً، ثم قال إن الدعم اللوجستي وصل.',
    },
    match: (story, setting) => mixed(story, setting, ['word', 'place']),
  },
  {
    id: 'two-names',
    family: 'consistency',
    severity: 'warning',
    scope: 'story',
    safe: false,
    quotes: 'info',
    message: {
      ar: 'كُتب الاسم الواحد في المادة بصورتين.',
      en: 'The story writes one name in two ways.',
    },
    example: {
      wrong: 'وصل غوتيريش أمس. وقال غوتيريش كلمة، ثم غادر غوتيريس.',
      right: 'وصل غوتيريش أمس. وقال غوتيريش كلمة، ثم غادر غوتيريش.',
    },
    match: (story, setting) => mixed(story, setting, ['name']),
  },
];
