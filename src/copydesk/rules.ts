import type { Rule } from './rule.ts';
import { consistencyRules } from './rules/consistency.ts';
import { dateRules } from './rules/dates.ts';
import { digitRules } from './rules/digits.ts';
import { furnitureRules } from './rules/furniture.ts';
import { grammarRules } from './rules/grammar.ts';
import { houseRules } from './rules/house.ts';
import { letterRules } from './rules/letters.ts';
import { newsRules } from './rules/news.ts';
import { phraseRules } from './rules/phrases.ts';
import { punctuationRules } from './rules/punctuation.ts';
import { quotationRules } from './rules/quotation.ts';
import { spaceRules } from './rules/spaces.ts';
import { spellingRules } from './rules/spelling.ts';
import { twinRules } from './rules/twins.ts';

/** Every rule, in the order in which it is asked: where two say the same of one place, the first counts. */
export const rules: readonly Rule[] = [
  ...furnitureRules,
  ...letterRules,
  ...spaceRules,
  ...digitRules,
  ...punctuationRules,
  ...quotationRules,
  ...spellingRules,
  ...phraseRules,
  ...houseRules,
  ...consistencyRules,
  ...twinRules,
  ...dateRules,
  ...grammarRules,
  ...newsRules,
];
