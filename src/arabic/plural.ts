import { writeNumber } from './digits.ts';
import type { DigitSystem } from './months.ts';

/** A noun in the six forms that Arabic counts with. */
export interface CountedNoun {
  gender: 'm' | 'f';
  /** The whole phrase for 0: «لا ردود». */
  none: string;
  /** The whole phrase for 1: «ردّ واحد». */
  one: string;
  /** The whole phrase for 2: «ردّان». */
  two: string;
  /** The plural after 3–10: «ردود». */
  few: string;
  /** The accusative singular after 11–99: «ردّاً». */
  many: string;
  /** The singular after 100 and its multiples: «ردّ». */
  other: string;
}

const plurals = new Intl.PluralRules('ar');

// 3–10 disagree with the noun: ثلاثة ردود, ثلاث صور.
const words = {
  m: ['ثلاثة', 'أربعة', 'خمسة', 'ستة', 'سبعة', 'ثمانية', 'تسعة', 'عشرة'],
  f: ['ثلاث', 'أربع', 'خمس', 'ست', 'سبع', 'ثماني', 'تسع', 'عشر'],
};

/**
 * A number with its noun: «لا ردود», «ردّ واحد», «ردّان», «ثلاثة ردود», «11 ردّاً», «100 ردّ»,
 * «103 ردود». Words up to ten, then digits, thousands set apart.
 *
 * @param n a whole number, not negative.
 * @throws RangeError for NaN and the infinities.
 */
export function countPhrase(n: number, noun: CountedNoun, digits: DigitSystem): string {
  const category = plurals.select(n);
  switch (category) {
    case 'zero':
      return noun.none;
    case 'one':
      return noun.one;
    case 'two':
      return noun.two;
    default: {
      const number = words[noun.gender][n - 3] ?? writeNumber(n, digits, true);
      return `${number} ${noun[category]}`;
    }
  }
}
