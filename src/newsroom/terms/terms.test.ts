import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { dialects } from '../../store/testing/databases.ts';
import { redirectFrom } from '../publications/places.ts';
import { draft, openNewsroom, published, staff, type TestNewsroom } from '../testing/newsroom.ts';
import {
  addTerm,
  changeTerm,
  listTerms,
  orderSections,
  removeTerm,
  type TermKind,
} from './terms.ts';

const kinds: readonly TermKind[] = ['sections', 'topics', 'series', 'people'];

describe.each(dialects)('sections, topics, series and people on $name', (kind) => {
  let newsroom: TestNewsroom;
  beforeAll(async () => {
    newsroom = await openNewsroom(kind);
  });
  afterEach(() => newsroom.clear());
  afterAll(() => newsroom.remove());

  const add = (of: TermKind, name: string) => addTerm(newsroom, staff.editor, of, { name });
  const names = async (of: TermKind, q?: string) =>
    (await listTerms(newsroom.store.read, of, q === undefined ? {} : { q })).map((t) => t.name);

  test.each(kinds)('%s are found or added by name, once', async (of) => {
    const { id } = await add(of, '  النفط   والغاز ');

    expect(await add(of, 'النفط والغاز')).toMatchObject({ id, name: 'النفط والغاز' });
    expect(await names(of)).toEqual(['النفط والغاز']);
  });

  test('are suggested however they are typed, the nearest first', async () => {
    for (const name of ['أسعار النفط', 'النفط', 'نفط البصرة', 'الكهرباء'])
      await add('topics', name);

    expect(await names('topics', 'نفط')).toEqual(['النفط', 'نفط البصرة', 'أسعار النفط']);
    expect(await names('topics', 'كهربا')).toEqual(['الكهرباء']);
    expect(await names('topics', 'رياضة')).toEqual([]);
  });

  test('lead readers on from the address that they had', async () => {
    const { id, slug } = await add('sections', 'محليات');

    const after = await changeTerm(newsroom, staff.editor, 'sections', id, { slug: 'أخبار-البلد' });

    expect(after).toMatchObject({ slug: 'أخبار-البلد', name: 'محليات' });
    const to = await redirectFrom(newsroom.store.read, `/section/${slug}`);
    expect(to).toBe('/section/أخبار-البلد');
  });

  test('do not take the address of another', async () => {
    await add('topics', 'النفط');
    const { id } = await add('topics', 'الغاز');

    const taken = changeTerm(newsroom, staff.editor, 'topics', id, { slug: 'النفط' });
    await expect(taken).rejects.toMatchObject({ status: 409 });
  });

  test('are removed only while no story stands under them, drafts included', async () => {
    const ids = Object.fromEntries(
      await Promise.all(kinds.map(async (of) => [of, (await add(of, `اسم ${of}`)).id])),
    ) as Record<TermKind, number>;
    const under = {
      sectionId: ids.sections,
      topicIds: [ids.topics],
      seriesId: ids.series,
      byline: { personIds: [ids.people], agency: null },
    };
    await draft(newsroom, under);

    for (const of of kinds) {
      const used = removeTerm(newsroom, staff.editor, of, ids[of]);
      await expect(used).rejects.toMatchObject({ status: 409 });
    }
    await published(newsroom, under);
    const [section] = await listTerms(newsroom.store.read, 'sections');
    expect(section).toMatchObject({ stories: 1 });
    const { id } = await add('series', 'لا أحد فيها');
    await removeTerm(newsroom, staff.editor, 'series', id);
    expect(await names('series')).toEqual(['اسم series']);
  });

  test('sections stand in the order that they are put in', async () => {
    const made = [
      await add('sections', 'أ'),
      await add('sections', 'ب'),
      await add('sections', 'ج'),
    ];
    const [first, second, third] = made.map((section) => section.id);

    await orderSections(newsroom, staff.editor, [third ?? 0, first ?? 0]);

    const rows = await listTerms(newsroom.store.read, 'sections');
    expect(rows.map((section) => section.id)).toEqual([third, first, second]);
  });

  test.each(['reporter', 'copyeditor', 'moderator'] as const)('are not for a %s', async (role) => {
    const { id } = await add('topics', 'النفط');
    const actor = staff[role];

    for (const refused of [
      () => addTerm(newsroom, actor, 'topics', { name: 'الغاز' }),
      () => changeTerm(newsroom, actor, 'topics', id, { name: 'الغاز' }),
      () => removeTerm(newsroom, actor, 'topics', id),
      () => orderSections(newsroom, actor, []),
    ])
      await expect(refused()).rejects.toMatchObject({ status: 403 });
  });
});
