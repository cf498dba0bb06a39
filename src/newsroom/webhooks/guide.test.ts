import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { signedHeaders } from './signature.ts';

const guide = readFileSync(new URL('../../../docs/guide/api.md', import.meta.url), 'utf8');
const [, example = ''] = /```js\n(.*?)```/su.exec(guide) ?? [];
const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;

test("the guide's own example takes what we sign, and nothing else", async () => {
  const address = `data:text/javascript,${encodeURIComponent(example)}`;
  const { isFromMatbaa } = await import(/* @vite-ignore */ address);
  const body = '{"kind":"story.published"}';
  const sign = (at: number) => signedHeaders(secret, { id: 'msg_1', at, body });
  const headers = sign(Date.now());

  expect(isFromMatbaa(secret, headers, body)).toBe(true);
  expect(isFromMatbaa(secret, headers, `${body} `)).toBe(false);
  expect(isFromMatbaa(secret, sign(Date.now() - 600_000), body)).toBe(false);
  expect(isFromMatbaa(secret, { ...headers, 'webhook-id': 'msg_2' }, body)).toBe(false);
  expect(isFromMatbaa(secret, {}, body)).toBe(false);
});
