import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { challengeFor, isProof } from './challenge.ts';
import { ReaderKeys } from './keys.ts';
import { receiptFor } from './reply-tokens.ts';
import { nonceFor } from './testing/proof.ts';
import { zeroBits } from './zero-bits.ts';

const minute = 60_000;
const at = 1_000_000 * minute;
const keys = new ReaderKeys([randomBytes(32)], 'secret');
const challenge = challengeFor(keys, { id: 7, at });
const { token, bits } = challenge;
const nonce = nonceFor(challenge);
const good = { token, nonce };

describe('a proof', () => {
  test('is taken for the reply it was asked of, within an hour', () => {
    expect(isProof(keys, good, { id: 7, at })).toBe(true);
    expect(isProof(keys, good, { id: 7, at: at + 60 * minute })).toBe(true);
  });

  test.each<{ what: string; given?: Partial<typeof good>; id?: number; late?: number }>([
    { what: 'for another reply', id: 8 },
    { what: 'that came too late', late: 61 },
    { what: 'without a nonce', given: { nonce: '' } },
    { what: 'with a nonce that is no number', given: { nonce: `${nonce} ` } },
    { what: 'that is too easy', given: { nonce: nonceFor({ token, bits: bits - 3 }, bits) } },
    { what: 'of a challenge that was tampered with', given: { token: token.replace('.', '0.') } },
    { what: 'of no challenge at all', given: { token: '' } },
    { what: 'of a receipt', given: { token: receiptFor(keys, { id: 7, at }) } },
  ])('$what is refused', ({ given = {}, id = 7, late = 0 }) => {
    expect(isProof(keys, { ...good, ...given }, { id, at: at + late * minute })).toBe(false);
  });

  test('of an easier challenge, forged or of an older version, is refused', () => {
    const easy = challengeFor(keys, { id: 7, at }, 4);
    const strangers = new ReaderKeys([randomBytes(32)], 'another secret');
    const forged = challengeFor(strangers, { id: 7, at });

    expect(isProof(keys, { token: easy.token, nonce: nonceFor(easy) }, { id: 7, at })).toBe(false);
    expect(isProof(keys, { token: forged.token, nonce: nonceFor(forged) }, { id: 7, at })).toBe(
      false,
    );
  });

  test.each([
    [[0x80, 0], 0],
    [[0x01, 0xff], 7],
    [[0, 0x7f], 9],
    [[0, 0], 16],
  ])('%j begins with %i zero bits', (bytes, zeros) => {
    expect(zeroBits(Uint8Array.from(bytes))).toBe(zeros);
  });
});
