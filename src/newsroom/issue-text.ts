import type { z } from 'zod';
import { type CountedNoun, countPhrase } from '../arabic/plural.ts';

type Issue = z.core.$ZodIssue;

const letters: CountedNoun = {
  gender: 'm',
  none: 'لا أحرف',
  one: 'حرف واحد',
  two: 'حرفين',
  few: 'أحرف',
  many: 'حرفاً',
  other: 'حرف',
};
const items: CountedNoun = {
  gender: 'm',
  none: 'لا عناصر',
  one: 'عنصر واحد',
  two: 'عنصرين',
  few: 'عناصر',
  many: 'عنصراً',
  other: 'عنصر',
};

/** What a schema refuses, in words for the person who typed it; the program's own messages are for us. */
export function issueText(issue: Issue, english: boolean): string {
  // A schema that says it itself says it best.
  const own = issue.code === 'custom' || isArabic.test(issue.message);
  if (own && english !== isArabic.test(issue.message)) return issue.message;
  const [arabic, inEnglish] = textsOf(issue);
  return english ? inEnglish : arabic;
}

const isArabic = /[ء-ي]/u;
const required = ['هذا الحقل مطلوب', 'is required'] as const;

function textsOf(issue: Issue): readonly [arabic: string, english: string] {
  switch (issue.code) {
    case 'invalid_type':
      return issue.message.endsWith('received undefined')
        ? required
        : ['قيمته ليست من النوع المطلوب', `must be of the type ${issue.expected}`];
    case 'too_small':
      if (issue.origin === 'string' && Number(issue.minimum) === 1) return required;
      return [
        `لا يقلّ عن ${amount(issue.origin, issue.minimum)}`,
        `must be at least ${issue.minimum}${unit(issue.origin)}`,
      ];
    case 'too_big':
      return [
        `لا يزيد على ${amount(issue.origin, issue.maximum)}`,
        `must be at most ${issue.maximum}${unit(issue.origin)}`,
      ];
    case 'invalid_format':
      if (issue.format === 'email') return ['ليس عنوان بريد صالحاً', 'is not an e-mail address'];
      if (issue.format === 'url') return ['ليس عنواناً صالحاً', 'is not a web address'];
      return ['صيغته غير مقبولة', 'does not have the right form'];
    case 'invalid_value':
      return ['ليس من القيم المقبولة', 'is not one of the values that may stand here'];
    case 'unrecognized_keys': {
      const names = issue.keys.join('، ');
      return [
        `فيه ما لا نعرفه: ${names}`,
        `holds what is not known here: ${issue.keys.join(', ')}`,
      ];
    }
    case 'invalid_union':
      return ['فيه عنصر لا يُقبل هنا', 'holds something that may not stand here'];
    default:
      return ['قيمته غير مقبولة', 'is not accepted'];
  }
}

function amount(origin: string, value: number | bigint): string {
  const n = Number(value);
  if (origin === 'string') return countPhrase(n, letters, 'latn');
  return origin === 'array' ? countPhrase(n, items, 'latn') : String(n);
}

function unit(origin: string): string {
  if (origin === 'string') return ' characters';
  return origin === 'array' ? ' items' : '';
}
