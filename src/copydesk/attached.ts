/** Two letters are a particle or an abbreviation. */
export const shortestWord = 3;

/** A word, and what is left of it without «و», «ف», «ب», «ك», «ل» and the article: «وبغوتيريش» → «غوتيريش». */
export function stemsOf(bare: string): string[] {
  const stems = [bare];
  let rest = bare;
  for (const attached of [/^[وف]/, /^[بكل]/, /^(?:ال|ل)/]) {
    const shorter = rest.replace(attached, '');
    if (shorter === rest || shorter.length < shortestWord) continue;
    rest = shorter;
    stems.push(rest);
  }
  return stems;
}
