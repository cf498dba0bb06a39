import type { IncomingMessage } from 'node:http';

/** Eight times the longest reply in the longest writing that a form sends it in, bytes. */
const largest = 256 * 1024;
/** What is too large is heard to its end, so that its sender hears the answer; up to here. */
const hopeless = 16 * 1024 * 1024;

export type FormRead =
  | { kind: 'form'; fields: URLSearchParams }
  | { kind: 'too-large' }
  | { kind: 'unreadable'; status: 400 | 415 };

/**
 * Reads what a form of ours has sent. Straight from the connection: thousands of replies a second
 * come this way, and a `Request` would cost more than their parsing.
 */
export async function readForm(incoming: IncomingMessage): Promise<FormRead> {
  const type = incoming.headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase();
  const body = await readBody(incoming);
  if (body === 'too-large') return { kind: 'too-large' };
  if (body === 'cut') return { kind: 'unreadable', status: 400 };
  // Programs send forms in parts; ours never do, so this may cost what it costs.
  if (type === 'multipart/form-data') return inParts(body, incoming.headers['content-type'] ?? '');
  if (type !== 'application/x-www-form-urlencoded') return { kind: 'unreadable', status: 415 };
  const text = body.toString('utf8');
  const fields = new URLSearchParams(text);
  // Only what was sent as one may be a replacement character now.
  const broken = [...fields.values()].some((value) => value.includes('\ufffd'));
  return broken && !/%EF%BF%BD/i.test(text)
    ? { kind: 'unreadable', status: 400 }
    : { kind: 'form', fields };
}

async function inParts(body: Buffer, contentType: string): Promise<FormRead> {
  try {
    const whole = new Response(new Uint8Array(body), { headers: { 'content-type': contentType } });
    const fields = new URLSearchParams();
    for (const [name, value] of await whole.formData())
      if (typeof value === 'string') fields.append(name, value);
    return { kind: 'form', fields };
  } catch {
    return { kind: 'unreadable', status: 400 };
  }
}

function readBody(incoming: IncomingMessage): Promise<Buffer | 'too-large' | 'cut'> {
  return new Promise((resolve) => {
    let chunks: Buffer[] = [];
    let length = 0;
    incoming.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= largest) chunks.push(chunk);
      else chunks = [];
      if (length > hopeless) incoming.destroy();
    });
    incoming.on('end', () => {
      const [only] = chunks;
      if (length > largest) resolve('too-large');
      else resolve(chunks.length === 1 && only ? only : Buffer.concat(chunks));
    });
    // Nobody is there any more to read an answer.
    incoming.on('close', () => resolve('cut'));
    incoming.on('error', () => resolve('cut'));
  });
}
