import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keysFrom, newKeyText, ReaderKeys, UnusableKey } from './keys.ts';

const one = randomBytes(32);
const other = randomBytes(32);
const keys = new ReaderKeys([one], 'secret');
const email = 'Huda@Example.org';

describe('ReaderKeys', () => {
  test('opens what it sealed, and seals nothing alike twice', () => {
    const hash = keys.hash(email);

    expect(keys.open(keys.seal(email), hash)).toBe(email);
    expect(keys.seal(email)).not.toBe(keys.seal(email));
    expect(keys.seal(email)).not.toContain('Huda');
  });

  test('knows an address again however it is typed, and no other', () => {
    expect(keys.hash(' huda@example.ORG ')).toBe(keys.hash(email));
    expect(keys.hash('huda2@example.org')).not.toBe(keys.hash(email));
    expect(new ReaderKeys([other], 'secret').hash(email)).not.toBe(keys.hash(email));
  });

  test('opens no cipher in another row, tampered with, or under another key', () => {
    const cipher = keys.seal(email);
    const hash = keys.hash(email);
    const tampered = `${cipher.slice(0, -3)}${cipher.endsWith('AAA') ? 'BBB' : 'AAA'}`;

    expect(keys.open(cipher, keys.hash('other@example.org'))).toBeNull();
    expect(keys.open(tampered, hash)).toBeNull();
    expect(keys.open('', hash)).toBeNull();
    expect(new ReaderKeys([other], 'secret').open(cipher, hash)).toBeNull();
  });

  test('a longer ring still opens and finds what the older key wrote', () => {
    const both = new ReaderKeys([other, one], 'secret');

    expect(both.open(keys.seal(email), keys.hash(email))).toBe(email);
    expect(both.hashes(email)).toEqual([both.hash(email), keys.hash(email)]);
    expect(both.current).not.toBe(keys.current);
  });

  test('signs for one purpose only, and whoever changes the ring keeps the receipts', () => {
    const token = keys.sign('receipt', [12, 345]);

    expect(keys.verify('receipt', token)).toEqual([12, 345]);
    expect(keys.verify('form', token)).toBeNull();
    expect(new ReaderKeys([other], 'secret').verify('receipt', token)).toEqual([12, 345]);
    expect(new ReaderKeys([one], 'another').verify('receipt', token)).toBeNull();
  });

  test('takes no token that it did not sign', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (payload, signature) => {
        expect(keys.verify('form', `${payload}.${signature}`)).toBeNull();
      }),
      { numRuns: 200 },
    );
  });

  test('a key is 32 bytes, several are a ring, anything else is refused', () => {
    const text = newKeyText();

    expect(keysFrom(` ${text}\n${newKeyText()}, ${newKeyText()}\n`)).toHaveLength(3);
    expect(() => keysFrom('')).toThrow(UnusableKey);
    expect(() => keysFrom(text.slice(1))).toThrow(UnusableKey);
  });
});
