import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { challengeFor, isProof } from '../../newsroom/comments/challenge.ts';
import { ReaderKeys } from '../../newsroom/comments/keys.ts';
import { solve } from './solve.ts';

test('what the browser finds, the server takes', async () => {
  const keys = new ReaderKeys([randomBytes(32)], 'secret');
  const of = { id: 12, at: 1_700_000_000_000 };
  const { token, bits } = challengeFor(keys, of);

  expect(isProof(keys, { token, nonce: await solve(token, bits) }, of)).toBe(true);
});
