import { type CountedNoun, countPhrase } from '../../arabic/plural.ts';
import { useSession } from '../data/use-session.ts';
import { useLanguage } from './language.ts';

/** A noun as Arabic counts it (six forms) and as English does. */
export interface Counted {
  ar: CountedNoun;
  en: readonly [one: string, other: string];
}

/** «خبران», «11 مادة»; "2 stories". */
export function useCount(): (n: number, noun: Counted) => string {
  const language = useLanguage();
  const { digits } = useSession().settings;
  return (n, noun) =>
    language === 'ar'
      ? countPhrase(n, noun.ar, digits)
      : `${n.toLocaleString('en')} ${noun.en[n === 1 ? 0 : 1]}`;
}

export const nouns = {
  stories: {
    ar: {
      gender: 'f',
      none: 'لا موادّ',
      one: 'مادة واحدة',
      two: 'مادّتان',
      few: 'موادّ',
      many: 'مادة',
      other: 'مادة',
    },
    en: ['story', 'stories'],
  },
  words: {
    ar: {
      gender: 'f',
      none: 'لا كلمات',
      one: 'كلمة واحدة',
      two: 'كلمتان',
      few: 'كلمات',
      many: 'كلمة',
      other: 'كلمة',
    },
    en: ['word', 'words'],
  },
  pictures: {
    ar: {
      gender: 'f',
      none: 'لا صور',
      one: 'صورة واحدة',
      two: 'صورتان',
      few: 'صور',
      many: 'صورة',
      other: 'صورة',
    },
    en: ['picture', 'pictures'],
  },
  replies: {
    ar: {
      gender: 'm',
      none: 'لا ردود',
      one: 'ردّ واحد',
      two: 'ردّان',
      few: 'ردود',
      many: 'ردّاً',
      other: 'ردّ',
    },
    en: ['reply', 'replies'],
  },
  reports: {
    ar: {
      gender: 'm',
      none: 'لا بلاغات',
      one: 'بلاغ واحد',
      two: 'بلاغان',
      few: 'بلاغات',
      many: 'بلاغاً',
      other: 'بلاغ',
    },
    en: ['report', 'reports'],
  },
  minutes: {
    ar: {
      gender: 'f',
      none: 'أقلّ من دقيقة',
      one: 'دقيقة واحدة',
      two: 'دقيقتان',
      few: 'دقائق',
      many: 'دقيقة',
      other: 'دقيقة',
    },
    en: ['minute', 'minutes'],
  },
} satisfies Record<string, Counted>;
