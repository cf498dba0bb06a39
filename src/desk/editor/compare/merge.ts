import { diffArrays } from 'diff';
import type { StoryContent } from '../../../api/shapes/stories.ts';
import type { Block, Body } from '../document/convert.ts';

/** Which text a place of the merged story comes from; `both`: theirs, and mine after it. */
export type Side = 'mine' | 'theirs' | 'both';

/** A stretch of blocks. `kind` says who changed it since both began. */
export interface Stretch {
  kind: 'same' | 'mine' | 'theirs' | 'agreed' | 'conflict';
  mine: Block[];
  theirs: Block[];
  /** Where the two begin in their bodies. */
  mineAt: number;
  theirsAt: number;
}

/** The parts of a story beside its body, each merged as a whole. */
export const fields = [
  'kicker',
  'headline',
  'deck',
  'standfirst',
  'dateline',
  'type',
  'sectionId',
  'seriesId',
  'topicIds',
  'byline',
  'sources',
  'events',
  'leadMediaId',
  'comments',
] as const satisfies readonly (keyof StoryContent)[];
export type Field = (typeof fields)[number];

export interface FieldStretch {
  field: Field;
  kind: 'mine' | 'theirs' | 'conflict';
}

export interface Merge {
  fields: FieldStretch[];
  body: Stretch[];
}

const key = (value: unknown): string => JSON.stringify(value ?? null);

/** For every block of `base` that `other` still has, where it stands there. */
function kept(base: readonly string[], other: readonly string[]): Map<number, number> {
  const pairs = new Map<number, number>();
  let from = 0;
  let to = 0;
  for (const { added, removed, value } of diffArrays([...base], [...other])) {
    if (added) to += value.length;
    else if (removed) from += value.length;
    else for (let index = 0; index < value.length; index += 1) pairs.set(from++, to++);
  }
  return pairs;
}

function stretches(base: Body, mine: Body, theirs: Body): Stretch[] {
  const keys = [base, mine, theirs].map((body) => body.content.map(key));
  const [b = [], m = [], t = []] = keys;
  const inMine = kept(b, m);
  const inTheirs = kept(b, t);
  const out: Stretch[] = [];
  let baseAt = 0;
  let mineAt = 0;
  let theirsAt = 0;
  const add = (baseEnd: number, mineEnd: number, theirsEnd: number): void => {
    const [was, my, their] = [
      b.slice(baseAt, baseEnd),
      m.slice(mineAt, mineEnd),
      t.slice(theirsAt, theirsEnd),
    ].map((list) => list.join('\n'));
    if (mineEnd > mineAt || theirsEnd > theirsAt)
      out.push({
        kind: my === their ? 'agreed' : their === was ? 'mine' : my === was ? 'theirs' : 'conflict',
        mine: mine.content.slice(mineAt, mineEnd),
        theirs: theirs.content.slice(theirsAt, theirsEnd),
        mineAt,
        theirsAt,
      });
    [baseAt, mineAt, theirsAt] = [baseEnd, mineEnd, theirsEnd];
  };
  for (let index = 0; index < b.length; index += 1) {
    const my = inMine.get(index);
    const their = inTheirs.get(index);
    if (my === undefined || their === undefined) continue;
    add(index, my, their);
    const last = out.at(-1);
    const block = mine.content[my];
    if (block === undefined) continue;
    if (last?.kind === 'same') {
      last.mine.push(block);
      last.theirs.push(block);
    } else out.push({ kind: 'same', mine: [block], theirs: [block], mineAt: my, theirsAt: their });
    [baseAt, mineAt, theirsAt] = [index + 1, my + 1, their + 1];
  }
  add(b.length, m.length, t.length);
  return out;
}

/** Sources and dates are compared by what they say; where they stand follows the body. */
function said(field: Field, content: StoryContent): string {
  if (field !== 'sources' && field !== 'events') return key(content[field]);
  return key(content[field].map(({ range: _range, ...rest }) => rest));
}

/** What two people did to one story since both began from `base`. */
export function mergeStories(base: StoryContent, mine: StoryContent, theirs: StoryContent): Merge {
  const changed: FieldStretch[] = [];
  for (const field of fields) {
    const [was, my, their] = [said(field, base), said(field, mine), said(field, theirs)];
    if (my === their) continue;
    changed.push({ field, kind: their === was ? 'mine' : my === was ? 'theirs' : 'conflict' });
  }
  return { fields: changed, body: stretches(base.body, mine.body, theirs.body) };
}

export interface Choices {
  fields: Readonly<Partial<Record<Field, Side>>>;
  /** By the index of the stretch. */
  body: Readonly<Record<number, Side>>;
}

/** What is taken where nobody chose: the one who changed it; mine where both did. */
export const sideOf = (kind: Stretch['kind'], chosen: Side | undefined): Side =>
  chosen ?? (kind === 'theirs' ? 'theirs' : 'mine');

/** The merged story. Passages of sources and dates move along with the blocks that they stand in. */
export function mergedStory(
  merge: Merge,
  mine: StoryContent,
  theirs: StoryContent,
  choices: Choices,
): StoryContent {
  const content: Block[] = [];
  const moved = { mine: new Map<number, number>(), theirs: new Map<number, number>() };
  const take = (side: 'mine' | 'theirs', stretch: Stretch): void => {
    const start = side === 'mine' ? stretch.mineAt : stretch.theirsAt;
    stretch[side].forEach((block, index) => {
      moved[side].set(start + index, content.length);
      content.push(block);
    });
  };
  merge.body.forEach((stretch, index) => {
    if (stretch.kind === 'same' || stretch.kind === 'agreed') {
      stretch.theirs.forEach((_, offset) => {
        moved.theirs.set(stretch.theirsAt + offset, content.length + offset);
      });
      take('mine', stretch);
      return;
    }
    const side = sideOf(stretch.kind, choices.body[index]);
    if (side !== 'mine') take('theirs', stretch);
    if (side !== 'theirs') take('mine', stretch);
  });
  let story: StoryContent = { ...mine, body: { type: 'doc', content } };
  const from: Partial<Record<Field, 'mine' | 'theirs'>> = {};
  for (const { field, kind } of merge.fields) {
    const side = sideOf(kind, choices.fields[field]);
    from[field] = side === 'theirs' ? 'theirs' : 'mine';
    if (side === 'theirs') story = { ...story, [field]: theirs[field] };
  }
  const follow = <T extends { range?: { block: number } | null | undefined }>(
    list: readonly T[],
    side: 'mine' | 'theirs',
  ): T[] =>
    list.map((item) => {
      if (!item.range) return item;
      const block = moved[side].get(item.range.block);
      return { ...item, range: block === undefined ? null : { ...item.range, block } };
    });
  return {
    ...story,
    sources: follow(story.sources, from.sources ?? 'mine'),
    events: follow(story.events, from.events ?? 'mine'),
  };
}
