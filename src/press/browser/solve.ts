import { sha256 } from '@noble/hashes/sha2.js';
import { zeroBits } from '../../newsroom/comments/zero-bits.ts';

/** The page answers its reader between two slices of work, ms. */
const slice = 12;
const lookEvery = 256;
const digits = 8;

/**
 * Finds the nonce with which SHA-256 of `token.nonce` begins with so many zero bits. In slices on the
 * page's own thread: `crypto.subtle` is missing over plain http and slow for tries by the hundred
 * thousand, and a worker would need another file and a wider policy.
 */
export async function solve(token: string, bits: number): Promise<string> {
  const bytes = new TextEncoder().encode(`${token}.${'0'.repeat(digits)}`);
  const channel = new MessageChannel();
  // Unlike a timer it is not slowed down where the tab is not looked at.
  const pause = (): Promise<void> =>
    new Promise((resolve) => {
      channel.port1.onmessage = () => resolve();
      channel.port2.postMessage(null);
    });
  let until = performance.now() + slice;
  try {
    for (let tries = 1; ; tries += 1) {
      count(bytes);
      if (zeroBits(sha256(bytes)) >= bits) return new TextDecoder().decode(bytes.subarray(-digits));
      if (tries % lookEvery === 0 && performance.now() > until) {
        await pause();
        until = performance.now() + slice;
      }
    }
  } finally {
    channel.port1.close();
  }
}

const zero = 48;
const nine = 57;
const a = 97;
const f = 102;

/** The next hexadecimal number, written over the last bytes. */
function count(bytes: Uint8Array): void {
  for (let at = bytes.length - 1; ; at -= 1) {
    const digit = bytes[at] ?? zero;
    bytes[at] = digit === nine ? a : digit === f ? zero : digit + 1;
    if (digit !== f) return;
  }
}
