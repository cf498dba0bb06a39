import type { Socket } from 'node:net';
import { securityHeaders } from '../press/security-headers.ts';
import { isSoundUrl } from './front-door.ts';

/** What Node says of a request that its parser refuses. */
export interface Refusal extends Error {
  code?: string;
  /** What came last on the connection. */
  rawPacket?: Buffer;
}

const lines: Record<string, string> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: '413 Payload Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};

/**
 * The address that a request was meant for whose letters are not percent-encoded, as when somebody
 * types an Arabic word after `curl`: site-relative and encoded. Null when it is another request.
 */
export function encodedTarget(packet: Buffer): string | null {
  const end = packet.indexOf('\r\n');
  const first = packet.subarray(0, Math.max(0, end)).toString('latin1');
  const typed = /^(?:GET|HEAD) (\/.*) HTTP\/1\.[01]$/.exec(first)?.[1];
  // Two slashes would lead to another site.
  if (typed === undefined || /^\/[/\\]/.test(typed)) return null;
  const encoded = typed.replace(
    /[^\x21-\x7e]/g,
    (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
  return encoded !== typed && isSoundUrl(encoded) ? encoded : null;
}

/**
 * Answers what Node's parser refuses: leads on where only the encoding was missing, else says that it
 * is no request.
 * @param page the whole page that says so
 */
export function answerRefused(error: Refusal, socket: Socket, page: Buffer): void {
  // After an answer has begun, more of ours would be taken for a part of it.
  if (!socket.writable || socket.bytesWritten > 0 || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const target = error.rawPacket === undefined ? null : encodedTarget(error.rawPacket);
  const line = target === null ? lines[error.code ?? ''] : '301 Moved Permanently';
  const body = line === undefined ? page : Buffer.alloc(0);
  const headers = {
    ...securityHeaders,
    ...(target === null ? {} : { location: target }),
    ...(line === undefined ? { 'content-type': 'text/html; charset=utf-8' } : {}),
    'content-length': String(body.length),
    'cache-control': 'no-store',
    connection: 'close',
  };
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(`HTTP/1.1 ${line ?? '400 Bad Request'}\r\n${head.join('')}\r\n`);
  socket.end(body);
}
