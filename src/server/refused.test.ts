import { describe, expect, test } from 'vitest';
import { encodedTarget } from './refused.ts';

const request = (line: string): Buffer => Buffer.from(`${line}\r\nHost: x\r\n\r\n`);

describe('the address that a request with unencoded letters was meant for', () => {
  test.each([
    ['/search?q=مدينة', '/search?q=%D9%85%D8%AF%D9%8A%D9%86%D8%A9'],
    ['/12/خبر', '/12/%D8%AE%D8%A8%D8%B1'],
    ['/section/%D8%AEبر', '/section/%D8%AE%D8%A8%D8%B1'],
    ['/search?q=a b é', '/search?q=a%20b%20%C3%A9'],
  ])('%s is %s', (typed, meant) => {
    expect(encodedTarget(request(`GET ${typed} HTTP/1.1`))).toBe(meant);
    expect(encodedTarget(request(`HEAD ${typed} HTTP/1.0`))).toBe(meant);
  });

  test.each([
    'GET / HTTP/1.1',
    'POST /search?q=مدينة HTTP/1.1',
    'GET //evil.example/مدينة HTTP/1.1',
    'GET /\\evil.example/مدينة HTTP/1.1',
    'GET مدينة HTTP/1.1',
    'GET /\0مدينة HTTP/1.1',
    'GET /../مدينة HTTP/1.1',
    'GET /\u0080\u0081 HTTP/9',
    'مرحبا',
    '',
  ])('%j has none', (line) => {
    expect(encodedTarget(request(line))).toBeNull();
  });

  test('is not guessed from half a line', () => {
    expect(encodedTarget(Buffer.from('GET /search?q=مدينة'))).toBeNull();
  });
});
