import { createServer, type Server } from 'node:http';
import type { Socket } from 'node:net';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';
import type { PageCache } from '../press/cache/page-cache.ts';
import { securityHeaders } from '../press/security-headers.ts';
import { answerFromCache, isSoundUrl } from './front-door.ts';
import { answerRefused, type Refusal } from './refused.ts';

/** Room for the longest search (front-door.ts) and what browsers send beside it, bytes. */
const maxHeaderSize = 128 * 1024;

/** A port or address that cannot be listened on; the message says what to do. */
export class CannotListen extends Error {
  override name = 'CannotListen';
}

/** The one HTTP server: the page cache first, then the application. */
export function httpServer(parts: {
  cache: PageCache;
  app: Hono<{ Bindings: HttpBindings }>;
  /** The whole page that answers an address that cannot be one of ours. */
  badRequest: string;
}): Server {
  const { cache, app, badRequest } = parts;
  const fetch = async (request: Request, env: HttpBindings): Promise<Response> => {
    const answer = await app.fetch(request, env);
    // Pages from the cache are on their way already, these headers with them.
    if (!env.outgoing.headersSent)
      // The desk and its previews bring a policy of their own.
      for (const [name, value] of Object.entries(securityHeaders))
        if (!answer.headers.has(name)) answer.headers.set(name, value);
    return answer;
  };
  const toApp = getRequestListener((request, env) => fetch(request, env as HttpBindings), {
    errorHandler: () => new Response(null, { status: 400 }),
  });
  const refusal = Buffer.from(badRequest);
  const server = createServer({ keepAliveTimeout: 65_000, maxHeaderSize }, (request, response) => {
    if (answerFromCache(cache, request, response)) return;
    if (!isSoundUrl(request.url)) {
      response
        .writeHead(400, {
          'content-type': 'text/html; charset=utf-8',
          'content-length': refusal.length,
          'cache-control': 'no-store',
          ...securityHeaders,
        })
        .end(request.method === 'HEAD' ? undefined : refusal);
      return;
    }
    void toApp(request, response);
  });
  server.on('clientError', (error: Refusal, socket) =>
    answerRefused(error, socket as Socket, refusal),
  );
  server.headersTimeout = 20_000;
  // A picture from a telephone on a slow network takes its time.
  server.requestTimeout = 300_000;
  return server;
}

/** Starts listening. @throws CannotListen when the port is taken or not ours to use. */
export function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const refuse = (error: NodeJS.ErrnoException): void => {
      const why =
        error.code === 'EADDRINUSE'
          ? `Port ${port} is already in use. Stop the other program, or choose another port with MATBAA_PORT.`
          : `Cannot listen on ${host}:${port} (${error.message}). Choose another with MATBAA_HOST or MATBAA_PORT.`;
      reject(new CannotListen(why));
    };
    server.once('error', refuse);
    server.listen(port, host, () => {
      server.off('error', refuse);
      resolve();
    });
  });
}

/** Stops taking requests and lets those under way finish, for a few seconds at most. */
export function stopListening(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const impatient = setTimeout(() => server.closeAllConnections(), 4000);
    // Connections are kept alive after their last answer, and that may still be on its way.
    const sweep = setInterval(() => server.closeIdleConnections(), 50);
    server.close(() => {
      clearTimeout(impatient);
      clearInterval(sweep);
      resolve();
    });
    server.closeIdleConnections();
  });
}
