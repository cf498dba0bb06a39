import { describe, expect, test } from 'vitest';
import { Slots } from './slots.ts';

/** Work that ends when told to. */
function job(started: string[], name: string) {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const work = (): Promise<string> => {
    started.push(name);
    return promise;
  };
  return { work, end: () => resolve(name), fail: () => reject(new Error(name)) };
}

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('places for heavy work', () => {
  test('are given to so many at a time, the rest in the order they came', async () => {
    const started: string[] = [];
    const slots = new Slots(2);
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => job(started, name));
    const all = [a, b, c, d].map((each) => slots.run(each?.work ?? Promise.reject));

    await settle();
    expect(started).toEqual(['a', 'b']);

    b?.end();
    await settle();
    expect(started).toEqual(['a', 'b', 'c']);

    for (const each of [a, c, d]) each?.end();
    expect(await Promise.all(all)).toEqual(['a', 'b', 'c', 'd']);
  });

  test('are given back by work that fails', async () => {
    const started: string[] = [];
    const slots = new Slots(1);
    const bad = job(started, 'bad');
    const good = job(started, 'good');
    const failing = slots.run(bad.work);
    const following = slots.run(good.work);

    bad.fail();
    good.end();

    await expect(failing).rejects.toThrow('bad');
    expect(await following).toBe('good');
  });
});
