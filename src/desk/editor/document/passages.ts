import type { Node } from '@tiptap/pm/model';

/** A passage as it is stored: a block of the body, and UTF-16 offsets in that block's text. */
export interface Passage {
  block: number;
  from: number;
  to: number;
}

/** A run of a block's text, and where it stands in the document. */
interface Run {
  offset: number;
  pos: number;
  length: number;
}
interface TextMap {
  length: number;
  runs: Run[];
}

function joined(maps: readonly TextMap[], between: number): TextMap {
  const runs: Run[] = [];
  let length = 0;
  maps.forEach((map, index) => {
    if (index > 0) length += between;
    for (const run of map.runs) runs.push({ ...run, offset: run.offset + length });
    length += map.length;
  });
  return { length, runs };
}

function childMaps(node: Node, pos: number): TextMap[] {
  const maps: TextMap[] = [];
  node.forEach((child, offset) => {
    maps.push(mapOf(child, pos + 1 + offset));
  });
  return maps;
}

/** The text of a block as the server counts it (`blockText`), run by run. */
function mapOf(node: Node, pos: number): TextMap {
  if (node.isText) {
    const length = node.text?.length ?? 0;
    return { length, runs: [{ offset: 0, pos, length }] };
  }
  if (node.isTextblock) return joined(childMaps(node, pos), 0);
  switch (node.type.name) {
    case 'hardBreak':
      return { length: 1, runs: [{ offset: 0, pos, length: 1 }] };
    case 'image':
      return { length: String(node.attrs.caption ?? '').length, runs: [] };
    case 'embed':
      return { length: String(node.attrs.title ?? '').length, runs: [] };
    case 'gallery':
      return joined(
        childMaps(node, pos).filter(({ length }) => length > 0),
        1,
      );
    case 'update': {
      const heading: TextMap = { length: String(node.attrs.heading ?? '').length, runs: [] };
      return joined(
        [heading, ...childMaps(node, pos)].filter(({ length }) => length > 0),
        1,
      );
    }
    default:
      // Items and paragraphs stand on lines of their own, cells one space apart.
      return joined(childMaps(node, pos), 1);
  }
}

/** Where a stored passage stands in the document; null when the text no longer reaches so far. */
export function positionsOf(doc: Node, passage: Passage): { from: number; to: number } | null {
  if (passage.block < 0 || passage.block >= doc.childCount || passage.from >= passage.to)
    return null;
  let pos = 0;
  for (let index = 0; index < passage.block; index += 1) pos += doc.child(index).nodeSize;
  const { runs } = mapOf(doc.child(passage.block), pos);
  const at = (offset: number, isEnd: boolean): number | null => {
    for (const run of runs) {
      const within = offset - run.offset;
      if (isEnd ? within > 0 && within <= run.length : within >= 0 && within < run.length)
        return run.pos + within;
    }
    return null;
  };
  const from = at(passage.from, false);
  const to = at(passage.to, true);
  return from === null || to === null || from >= to ? null : { from, to };
}

/** The passage between two positions, cut at the end of the block in which it begins; null for none. */
export function passageAt(doc: Node, from: number, to: number): Passage | null {
  if (from >= to || from < 0 || from >= doc.content.size) return null;
  const block = doc.resolve(from).index(0);
  if (block >= doc.childCount) return null;
  let pos = 0;
  for (let index = 0; index < block; index += 1) pos += doc.child(index).nodeSize;
  let start: number | null = null;
  let end: number | null = null;
  for (const run of mapOf(doc.child(block), pos).runs) {
    const first = Math.max(from, run.pos);
    const last = Math.min(to, run.pos + run.length);
    if (first >= last) continue;
    start ??= run.offset + first - run.pos;
    end = run.offset + last - run.pos;
  }
  return start === null || end === null ? null : { block, from: start, to: end };
}
