import fc from 'fast-check';
import type { Block, Body } from '../convert.ts';

/** Bodies with every block and mark of the schema, in the form in which the editor stores them. */

type Paragraph = Extract<Block, { type: 'paragraph' }>;
type Inline = NonNullable<Paragraph['content']>[number];
type Mark = NonNullable<Extract<Inline, { type: 'text' }>['marks']>[number];

const letters = fc.string({
  unit: fc.constantFrom(
    ...'ابتثجحخدذرزسشصضطظعغفقكلمنهويءئؤةىًٌٍَُِّْ ABCxyz0123456789٠١٢«»،؛؟.,:–()/\u200f\u00a0',
  ),
  minLength: 1,
  maxLength: 24,
});
const short = fc.string({ unit: fc.constantFrom(...'كلمةقصيرة abc'), minLength: 1, maxLength: 12 });
const href = fc.constantFrom(
  'https://example.org/a?b=c#d',
  'mailto:desk@example.org',
  '/12/خبر',
  '#ملحق',
);
const dir = fc.constantFrom(undefined, 'rtl' as const, 'ltr' as const);

/** Marks in the order in which the schema nests them; each at most once. */
const marks = fc
  .record({
    link: fc.option(href, { nil: null }),
    names: fc.subarray(['bold', 'italic', 'code', 'superscript', 'subscript'] as const),
  })
  .map(({ link, names }): Mark[] => [
    ...(link === null ? [] : [{ type: 'link' as const, attrs: { href: link } }]),
    ...names.map((type) => ({ type })),
  ]);

const text = fc
  .record({ text: letters, marks })
  .map(
    ({ text, marks }): Inline =>
      marks.length === 0 ? { type: 'text', text } : { type: 'text', text, marks },
  );
const inline: fc.Arbitrary<Inline> = fc.oneof(
  { weight: 6, arbitrary: text },
  { weight: 1, arbitrary: fc.constant<Inline>({ type: 'hardBreak' }) },
);

/** Neighbouring runs with the same marks are one run. */
const inlines = fc.array(inline, { maxLength: 5 }).map((nodes) => {
  const out: Inline[] = [];
  for (const node of nodes) {
    const last = out.at(-1);
    if (
      last?.type === 'text' &&
      node.type === 'text' &&
      JSON.stringify(last.marks) === JSON.stringify(node.marks)
    )
      out[out.length - 1] = { ...last, text: last.text + node.text };
    else out.push(node);
  }
  return out;
});

const paragraph = fc.record({ inlines, dir }).map(
  ({ inlines, dir }): Paragraph => ({
    type: 'paragraph',
    ...(dir === undefined ? {} : { attrs: { dir } }),
    ...(inlines.length === 0 ? {} : { content: inlines }),
  }),
);
const paragraphs = fc.array(paragraph, { minLength: 1, maxLength: 3 });
const heading = fc.record({ inlines, dir, level: fc.constantFrom(2 as const, 3 as const) }).map(
  ({ inlines, dir, level }): Block => ({
    type: 'heading',
    attrs: { level, ...(dir === undefined ? {} : { dir }) },
    ...(inlines.length === 0 ? {} : { content: inlines }),
  }),
);
const quote = fc.record({ paragraphs, cite: fc.option(short, { nil: null }) }).map(
  ({ paragraphs, cite }): Block => ({
    type: 'blockquote',
    ...(cite === null ? {} : { attrs: { cite } }),
    content: paragraphs,
  }),
);
const list = fc
  .record({
    type: fc.constantFrom('bulletList' as const, 'orderedList' as const),
    items: fc.array(paragraphs, { minLength: 1, maxLength: 3 }),
  })
  .map(
    ({ type, items }): Block => ({
      type,
      content: items.map((content) => ({ type: 'listItem', content })),
    }),
  );
const image = fc
  .record({ id: fc.integer({ min: 1, max: 99 }), alt: fc.option(short), caption: fc.option(short) })
  .map(({ id, alt, caption }) => ({
    type: 'image' as const,
    attrs: {
      mediaId: id,
      ...(alt === null ? {} : { alt }),
      ...(caption === null ? {} : { caption }),
    },
  }));
const gallery = fc
  .array(image, { minLength: 1, maxLength: 3 })
  .map((content): Block => ({ type: 'gallery', content }));
const embed = fc
  .record({ title: fc.oneof(short, fc.constant('')) })
  .map(({ title }): Block => ({ type: 'embed', attrs: { url: 'https://video.example/1', title } }));
const table = fc
  .record({
    columns: fc.integer({ min: 1, max: 3 }),
    rows: fc.integer({ min: 1, max: 3 }),
    paragraphs,
  })
  .map(
    ({ columns, rows, paragraphs }): Block => ({
      type: 'table',
      content: Array.from({ length: rows }, (_, row) => ({
        type: 'tableRow' as const,
        content: Array.from({ length: columns }, () => ({
          type: row === 0 ? ('tableHeader' as const) : ('tableCell' as const),
          content: paragraphs,
        })),
      })),
    }),
  );
const plain: fc.Arbitrary<Exclude<Block, { type: 'update' }>> = fc.oneof(
  paragraph,
  heading,
  quote,
  list,
  image,
  gallery,
  embed,
  table,
) as fc.Arbitrary<Exclude<Block, { type: 'update' }>>;
const update = fc
  .record({
    content: fc.array(plain, { minLength: 1, maxLength: 3 }),
    heading: fc.option(short, { nil: null }),
  })
  .map(
    ({ content, heading }): Block => ({
      type: 'update',
      attrs: { at: 1_627_108_800_000, ...(heading === null ? {} : { heading }) },
      content,
    }),
  );

const isBlank = (block: Block | undefined): boolean =>
  block?.type === 'paragraph' && block.content === undefined;

export const bodies: fc.Arbitrary<Body> = fc
  .array(fc.oneof({ weight: 8, arbitrary: plain }, { weight: 1, arbitrary: update }), {
    maxLength: 6,
  })
  .map((content) => {
    while (isBlank(content.at(-1))) content.pop();
    return { type: 'doc', content };
  });
