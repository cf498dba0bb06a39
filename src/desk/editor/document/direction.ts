const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;
const anyLetter = /\p{L}/u;

/** The direction that letters have of themselves, as the press tells it. */
export const letterDirection = (text: string): 'rtl' | 'ltr' =>
  rightToLeft.test(text) || !anyLetter.test(text) ? 'rtl' : 'ltr';
