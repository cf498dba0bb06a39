import { rewrite } from '../matching.ts';
import { correct, isRight } from '../misspelt.ts';
import type { Word } from '../paragraph.ts';
import type { StoryMatch, StoryRule } from '../rule.ts';
import type { Story } from '../story.ts';
import { mixedMessage } from './forms.ts';

const alefs = /[أإ]/g;
/** An alef at the beginning of the stem, or a nisba with its article. */
const mayHaveTwin = /^[وف]?(?:ال|لل|بال|كال|[بلك])?[اأإ]|^[وف]?ال.*[ىي]$/;

/** «الاحداث» beside «الأحداث», for words that no lexicon holds; «المصرى» beside «المصري». */
function* twins(story: Story): Generator<StoryMatch> {
  const groups = new Map<string, { paragraph: number; word: Word; written: string }[]>();
  story.paragraphs.forEach(({ words, text, quoted }, paragraph) => {
    for (const word of words) {
      const { bare } = word;
      if (
        !word.arabic ||
        bare.length < 5 ||
        !mayHaveTwin.test(bare) ||
        quoted.at(word.start, word.end) !== null
      )
        continue;
      const core = bare.replace(/^[وف](?=ال|[أإا])/, '');
      const key = core.replace(alefs, 'ا').replace(/ى$/, 'ي');
      const list = groups.get(key);
      const one = { paragraph, word, written: text.slice(word.start, word.end) };
      if (list === undefined) groups.set(key, [one]);
      else list.push(one);
    }
  });
  for (const list of groups.values()) {
    const cores = new Map<string, number>();
    const coreOf = (word: Word): string => word.bare.replace(/^[وف](?=ال|[أإا])/, '');
    for (const { word } of list) cores.set(coreOf(word), (cores.get(coreOf(word)) ?? 0) + 1);
    if (cores.size !== 2) continue;
    const [[a, countA] = ['', 0], [b, countB] = ['', 0]] = [...cores];
    const right = betterTwin(a, b);
    if (right === null) continue;
    const rights = right === a ? countA : countB;
    for (const { paragraph, word, written } of list) {
      const core = coreOf(word);
      if (core === right || correct(word.bare) !== null) continue;
      const fix = word.bare.slice(0, word.bare.length - core.length) + right;
      yield {
        ...{
          paragraph,
          start: word.start,
          end: word.end,
          fixes: [rewrite(written, word.bare, fix)],
        },
        message: mixedMessage(
          right,
          core,
          rights,
          rights === countA && right === a ? countB : countA,
        ),
      };
    }
  }
}

/** Which of two spellings has its hamza, or its dots; null when both may be words of their own. */
function betterTwin(a: string, b: string): string | null {
  const plain = (word: string): string => word.replace(alefs, 'ا');
  if (a.endsWith('ى') !== b.endsWith('ى')) {
    const [maqsura, ya] = a.endsWith('ى') ? [a, b] : [b, a];
    const nisba =
      /^(?:ال|لل|بال)/.test(ya) &&
      ya.length >= 7 &&
      plain(maqsura).slice(0, -1) === plain(ya).slice(0, -1);
    return nisba &&
      !/^(?:ال|لل|بال)(?:أولى|أعلى|أدنى|مستشفى|منتدى|ملتقى|مصطفى|مرتضى|مستوى|معنى|مبنى|قوى|مرضى|قتلى|جرحى|أسرى|كبرى|عظمى|وسطى)$/.test(
        maqsura,
      )
      ? ya
      : null;
  }
  const [bare, hamza] = plain(a) === a ? [a, b] : [b, a];
  if (plain(bare) !== bare || plain(hamza) === hamza) return null;
  // «المستقبل» beside «ألمستقبل»: that alef is the article's.
  if (bare.startsWith('ال') && !hamza.startsWith('ال')) return null;
  // The alef of the seventh, eighth and tenth forms takes no hamza, but for «I» («أعتقد»).
  if (/^(?:ال|لل|بال|كال|[بلك])?[أإ](?:.ت|ن|ست|د[غ-ي]|ز[د]|ط[ل]|ض[ط]|ص[ط]|ئت)/.test(hamza))
    return null;
  if (correct(hamza) !== null || isRight(bare)) return null;
  return hamza;
}

export const twinRules: readonly StoryRule[] = [
  {
    id: 'spelling-twin',
    family: 'consistency',
    severity: 'warning',
    scope: 'story',
    safe: false,
    message: {
      ar: 'كُتبت الكلمة في المادة مرّة بهمزتها ومرّة بغيرها.',
      en: 'The story writes the word once with its hamza and once without.',
    },
    example: {
      wrong: 'شرح الأسطرلابات كلها، ثم جمع الاسطرلابات في خزانة.',
      right: 'شرح الأسطرلابات كلها، ثم جمع الأسطرلابات في خزانة.',
    },
    match: (story) => twins(story),
  },
];
