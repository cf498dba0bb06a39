import type { IncomingMessage } from 'node:http';

const local = /^(::1|127\.|::ffff:127\.)/u;

/** The network address that a request came from; a proxy on this machine is believed. */
export function callerOf(incoming: IncomingMessage): string {
  const peer = incoming.socket.remoteAddress ?? '';
  const told = incoming.headers['x-forwarded-for'];
  const last = (Array.isArray(told) ? told.join(',') : told)?.split(',').at(-1)?.trim();
  return local.test(peer) && last ? last : peer;
}
