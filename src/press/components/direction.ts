const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const letter = /\p{L}/u;

/**
 * The direction of what the newsroom wrote: 'ltr' for text without a single Arabic or Hebrew
 * letter, else undefined, which keeps the page's own. Unlike dir="auto", an Arabic headline that
 * opens with a foreign name stays Arabic.
 */
export function directionOf(text: string): 'ltr' | undefined {
  return rightToLeft.test(text) || !letter.test(text) ? undefined : 'ltr';
}
