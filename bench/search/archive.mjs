/** Archives for measuring speed: invented ones of any size, or a real one stretched to it. */

/** A small generator with a seed, so that every run asks the same of the same stories. */
export function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const letters = 'بتجحخدذرزسشصضطظعغفقكلمنهوي';
const patterns = [
  '123',
  '1ا23',
  '12ا3',
  '12و3',
  '12ي3',
  'م123',
  'ت12ي3',
  'ا12ا3',
  'م12و3',
  'است123',
  'ان1ا23',
];
const endings = ['', '', '', 'ه', 'ات', 'ين', 'ون', 'ي', 'ها'];
const beginnings = ['', '', '', 'ال', 'ال', 'و', 'وال', 'ب', 'لل', 'ل'];

/** Invented words of Arabic shape: roots in patterns, with and without what is attached to words. */
function wordsFrom(random, roots) {
  const pick = (list) => list[Math.floor(random() * list.length)];
  const words = [];
  for (let n = 0; n < roots; n += 1) {
    const root = [pick(letters), pick(letters), pick(letters)];
    const stem = pick(patterns).replace(/\d/g, (place) => root[place - 1]);
    for (let k = 0; k < 4; k += 1) words.push(pick(beginnings) + stem + pick(endings));
  }
  return words;
}

/** Stories of about 3,000 characters whose words are as unevenly common as those of a language. */
export function* inventedStories(count) {
  const random = randomFrom(20261124);
  const words = wordsFrom(random, 15_000);
  // Zipf: the rank of a word is the power of an even chance.
  const word = () => words[Math.min(words.length - 1, Math.floor(words.length ** random()) - 1)];
  const sentence = (length) => Array.from({ length }, word).join(' ');
  for (let n = 0; n < count; n += 1)
    yield {
      title: sentence(8),
      text: Array.from({ length: 9 }, () => `${sentence(55)}.`).join('\n'),
    };
}

/** Stories of 3,000 characters put together from those of an archive, as many as are wanted. */
export function* stretchedStories(stories, count) {
  for (let n = 0; n < count; n += 1) {
    let text = '';
    for (let k = 0; text.length < 3000; k += 1)
      text += `${stories[(n + k * 37) % stories.length].text}\n`;
    yield { title: stories[n % stories.length].title, text: text.slice(0, 3000) };
  }
}

/** Searches of two to four words that stand somewhere in the stories, side by side or not. */
export function searchesIn(stories, count) {
  const random = randomFrom(7);
  const searches = [];
  while (searches.length < count) {
    const story = stories[Math.floor(random() * stories.length)];
    const words = story.text.match(/\p{L}[\p{L}\p{M}]+/gu) ?? [];
    const size = 2 + Math.floor(random() * 3);
    if (words.length < 20) continue;
    const at = Math.floor(random() * (words.length - size));
    searches.push(
      random() < 0.5
        ? words.slice(at, at + size).join(' ')
        : Array.from({ length: size }, () => words[Math.floor(random() * words.length)]).join(' '),
    );
  }
  return searches;
}
