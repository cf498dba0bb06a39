import { hash } from 'node:crypto';
import type { Challenge } from '../challenge.ts';
import { zeroBits } from '../zero-bits.ts';

/** A nonce whose hash begins with at least so many zero bits, and with fewer than `below`. */
export function nonceFor({ token, bits }: Challenge, below = 257): string {
  for (let n = 0; ; n += 1) {
    const nonce = n.toString(16);
    const found = zeroBits(hash('sha256', `${token}.${nonce}`, 'buffer'));
    if (found >= bits && found < below) return nonce;
  }
}
