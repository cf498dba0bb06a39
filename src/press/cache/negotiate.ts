import type { Encoding } from './compress.ts';

const remembered = new Map<string, Encoding>();
const rememberedAtMost = 500;

/** The best encoding that an `Accept-Encoding` header allows: br, else gzip, else none. */
export function chooseEncoding(header: string | undefined): Encoding {
  if (header === undefined || header === '') return 'identity';
  const known = remembered.get(header);
  if (known !== undefined) return known;
  const chosen = parse(header);
  if (remembered.size < rememberedAtMost) remembered.set(header, chosen);
  return chosen;
}

function parse(header: string): Encoding {
  const weights = new Map<string, number>();
  for (const part of header.toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim());
    const q = parameters.find((parameter) => parameter.startsWith('q='));
    weights.set(name, q === undefined ? 1 : Number.parseFloat(q.slice(2)) || 0);
  }
  const allowed = (name: string): boolean => (weights.get(name) ?? weights.get('*') ?? 0) > 0;
  if (allowed('br')) return 'br';
  return allowed('gzip') ? 'gzip' : 'identity';
}

/** Whether `If-None-Match` names this tag (or any). Weak comparison, as for GET. */
export function matchesTag(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  if (header.trim() === '*') return true;
  const bare = (tag: string): string => tag.trim().replace(/^W\//, '');
  return header.split(',').some((tag) => bare(tag) === bare(etag));
}
