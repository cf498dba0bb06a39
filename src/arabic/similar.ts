/** How alike two words look. For spelling help; what a word means is not looked at. */

/** The distinct trigrams of a word as numbers; its edges count as letters. A word of n letters has at most n. */
export function trigrams(word: string): number[] {
  const found: number[] = [];
  let two = 0x23;
  for (let i = 0; i <= word.length; i += 1) {
    const unit = i < word.length ? word.charCodeAt(i) & 0x3ff : 0x23;
    const three = ((two & 0xfffff) << 10) | unit;
    // The first step has only the edge and one letter: two units, no trigram yet.
    if (i > 0 && !found.includes(three)) found.push(three);
    two = three & 0xfffff;
  }
  return found;
}

/**
 * Damerau–Levenshtein distance (optimal string alignment: letters put in, left out, changed, or two
 * neighbours swapped), or `most + 1` when it is more than `most`.
 */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    beforeLast = last;
    last = row;
  }
  return Math.min(last[b.length] ?? 0, most + 1);
}
