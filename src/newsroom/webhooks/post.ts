import { lookup } from 'node:dns';
import { type ClientRequest, Agent as HttpAgent, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from './public-address.ts';

/** Why a delivery did not arrive. */
export const failures = [
  'status',
  'redirect',
  'private',
  'unknown_host',
  'unreachable',
  'tls',
  'timeout',
] as const;
export type Failure = (typeof failures)[number];

export interface Posted {
  status: number | null;
  failure: Failure | null;
}

/** Posts a body. What the other side does never throws. */
export type Post = (
  url: string,
  body: string,
  headers: Readonly<Record<string, string>>,
) => Promise<Posted>;

class InnerAddress extends Error {}

/** A host without the brackets that a URL puts around an IPv6 address. */
const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/gu, '');

/** Whether the address names this machine or a network that is not public, as far as it says itself. */
export function namesInnerAddress(url: string): boolean {
  const host = hostOf(new URL(url));
  if (isIP(host) !== 0) return !isPublicAddress(host);
  return /(^|\.)(localhost|local|internal|home\.arpa)\.?$/iu.test(host) || !host.includes('.');
}

/**
 * Posts to addresses that people have typed. Unless `allowInner`, it connects to public addresses
 * only: the name is looked up here and the very address that was checked is the one connected to, so
 * that a name cannot mean one thing when checked and another when used. Redirects are not followed.
 */
export function poster(options: {
  allowInner: boolean;
  timeout: number;
  /** Ends what is under way when the server stops; it throws then, and nothing is settled. */
  signal?: AbortSignal;
}): Post {
  const { allowInner, timeout, signal } = options;
  const agents = { http: new HttpAgent(), https: new HttpsAgent() };
  const checkedLookup: LookupFunction = (hostname, asked, done) => {
    lookup(hostname, { ...asked, all: true }, (error, found) => {
      if (error !== null) return done(error, []);
      const inner = !allowInner && found.some(({ address }) => !isPublicAddress(address));
      const [first] = found;
      if (inner || first === undefined) return done(new InnerAddress(hostname), []);
      return asked.all === true ? done(null, found) : done(null, first.address, first.family);
    });
  };
  return (url, body, headers) => {
    const target = new URL(url);
    const host = hostOf(target);
    // A bare address is never looked up.
    if (!allowInner && isIP(host) !== 0 && !isPublicAddress(host))
      return Promise.resolve({ status: null, failure: 'private' });
    const secure = target.protocol === 'https:';
    return new Promise((resolve, reject) => {
      const sent: ClientRequest = (secure ? httpsRequest : httpRequest)(target, {
        method: 'POST',
        agent: secure ? agents.https : agents.http,
        lookup: checkedLookup,
        headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
      });
      const patience = setTimeout(() => finish({ status: null, failure: 'timeout' }), timeout);
      const stop = (): void => {
        clearTimeout(patience);
        reject(new Error('stopping'));
        sent.destroy();
      };
      const finish = (posted: Posted): void => {
        clearTimeout(patience);
        signal?.removeEventListener('abort', stop);
        resolve(posted);
        // What is answered beyond its status concerns nobody.
        sent.destroy();
      };
      signal?.addEventListener('abort', stop);
      sent.on('response', ({ statusCode: status = 0 }) => finish({ status, failure: of(status) }));
      sent.on('error', (error) => finish({ status: null, failure: reasonOf(error) }));
      sent.end(body);
    });
  };
}

function of(status: number): Failure | null {
  if (status >= 200 && status < 300) return null;
  return status >= 300 && status < 400 ? 'redirect' : 'status';
}

function reasonOf(error: Error & { code?: string }): Failure {
  if (error instanceof InnerAddress) return 'private';
  if (error.code === 'ENOTFOUND' || error.code === 'EAI_AGAIN') return 'unknown_host';
  return /CERT|TLS|SSL|SELF_SIGNED|EPROTO|UNABLE_TO/u.test(error.code ?? '')
    ? 'tls'
    : 'unreachable';
}
