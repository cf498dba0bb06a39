import { z } from 'zod';
import { notFound } from '../../newsroom/errors.ts';
import { audit, inTransaction } from '../../newsroom/newsroom.ts';
import { savePage } from '../../newsroom/pages/pages.ts';
import { saveRedirect } from '../../newsroom/redirects/redirects.ts';
import { bodySchema } from '../../newsroom/stories/body.ts';
import {
  addTerm,
  changeTerm,
  listTerms,
  orderSections,
  removeTerm,
  type TermInput,
} from '../../newsroom/terms/terms.ts';
import { authorise } from '../../newsroom/users/roles.ts';
import { type Api, endpoint } from '../endpoint.ts';
import { given } from '../given.ts';
import {
  orderInput,
  pageChange,
  pageInput,
  pageListShape,
  pageShape,
  redirectInput,
  redirectListShape,
  redirectShape,
  termChange,
  termInput,
  termKinds,
  termListQuery,
  termListShape,
  termShape,
} from '../shapes/taxonomy.ts';

/** Sections, topics, series and people; standing pages; redirects. */
export function addTaxonomyRoutes(api: Api): void {
  const { newsroom } = api.desk;
  const { read } = newsroom.store;
  endpoint(
    api,
    {
      method: 'put',
      path: '/sections/order',
      summary: 'Put the sections in order',
      body: orderInput,
      answer: termListShape,
      scope: 'publish',
    },
    async ({ body, caller }) => ({ rows: await orderSections(newsroom, caller, body.ids) }),
  );
  for (const kind of termKinds) {
    endpoint(
      api,
      {
        method: 'get',
        path: `/${kind}`,
        summary: `The ${kind}; with q, those that the letters may mean`,
        query: termListQuery,
        answer: termListShape,
      },
      async ({ query }) => ({
        rows: await listTerms(read, kind, {
          ...(query.q === undefined ? {} : { q: query.q }),
          ...(query.limit === undefined ? {} : { limit: query.limit }),
        }),
      }),
    );
    endpoint(
      api,
      {
        method: 'post',
        path: `/${kind}`,
        summary: `Find or add one of the ${kind} by name`,
        body: termInput,
        answer: termShape,
        status: 201,
        // Writers add topics as they write; sections stand on every page.
        scope: kind === 'sections' ? 'publish' : 'write',
      },
      ({ body, caller }) => addTerm(newsroom, caller, kind, given(body) as TermInput),
    );
    endpoint(
      api,
      {
        method: 'patch',
        path: `/${kind}/:id`,
        summary: `Change one of the ${kind}`,
        body: termChange,
        answer: termShape,
        scope: 'publish',
      },
      ({ id, body, caller }) => changeTerm(newsroom, caller, kind, id(), given(body)),
    );
    endpoint(
      api,
      {
        method: 'delete',
        path: `/${kind}/:id`,
        summary: 'Remove one that no story uses',
        scope: 'publish',
      },
      ({ id, caller }) => removeTerm(newsroom, caller, kind, id()),
    );
  }
  addRedirects(api);
  addPages(api);
}

function addRedirects(api: Api): void {
  const { newsroom } = api.desk;
  endpoint(
    api,
    { method: 'get', path: '/redirects', summary: 'Redirects', answer: redirectListShape },
    async () => {
      const rows = await newsroom.store.read
        .selectFrom('redirects')
        .selectAll()
        .orderBy('created_at', 'desc')
        .limit(1000)
        .execute();
      return {
        rows: rows.map((row) => ({
          from: row.from_path,
          to: row.to_path,
          createdAt: row.created_at,
        })),
      };
    },
  );
  endpoint(
    api,
    {
      method: 'post',
      path: '/redirects',
      summary: 'Send readers of an old path to a new one',
      body: redirectInput,
      answer: redirectShape,
      status: 201,
      scope: 'publish',
    },
    async ({ body, caller }) => {
      await saveRedirect(newsroom, caller, body);
      return { ...body, createdAt: newsroom.now() };
    },
  );
  endpoint(
    api,
    {
      method: 'delete',
      path: '/redirects',
      summary: 'Remove a redirect',
      query: z.object({ from: z.string().min(1).max(1000) }),
      scope: 'publish',
    },
    ({ query, caller }) =>
      inTransaction(newsroom, caller, async (work) => {
        authorise(caller, 'taxonomy.edit');
        await work.tx.deleteFrom('redirects').where('from_path', '=', query.from).execute();
        await audit(work, 'redirect.remove', { kind: 'redirect', id: query.from });
        work.change({ kind: 'redirect', keys: [`path:${query.from}`] });
      }),
  );
}

function addPages(api: Api): void {
  const { newsroom } = api.desk;
  const { read } = newsroom.store;
  const one = async (id: number) => {
    const row = await read.selectFrom('pages').selectAll().where('id', '=', id).executeTakeFirst();
    if (row === undefined) throw notFound('لا توجد صفحة كهذه.', `There is no page ${id}.`);
    const body = bodySchema.parse(JSON.parse(row.body_json));
    const { slug, title, position, version } = row;
    const inFooter = row.in_footer === 1;
    return { id, slug, title, position, inFooter, version, updatedAt: row.updated_at, body };
  };
  endpoint(
    api,
    { method: 'get', path: '/pages', summary: 'Standing pages', answer: pageListShape },
    async () => {
      const rows = await read
        .selectFrom('pages')
        .select(['id', 'slug', 'title', 'position', 'in_footer', 'version', 'updated_at'])
        .orderBy('position')
        .orderBy('id')
        .execute();
      return {
        rows: rows.map(({ in_footer, updated_at, ...row }) => ({
          ...row,
          inFooter: in_footer === 1,
          updatedAt: updated_at,
        })),
      };
    },
  );
  endpoint(
    api,
    {
      method: 'post',
      path: '/pages',
      summary: 'Add a standing page',
      body: pageInput,
      answer: pageShape,
      status: 201,
      scope: 'publish',
    },
    async ({ body, caller }) => {
      const { slug, ...page } = body;
      const address = slug === undefined || slug === '' ? {} : { slug };
      return one(await savePage(newsroom, caller, { ...page, ...address }));
    },
  );
  endpoint(
    api,
    { method: 'get', path: '/pages/:id', summary: 'One page', answer: pageShape },
    ({ id }) => one(id()),
  );
  endpoint(
    api,
    {
      method: 'put',
      path: '/pages/:id',
      summary: 'Save a page; its address stays',
      body: pageChange,
      answer: pageShape,
      scope: 'publish',
    },
    async ({ id, body, caller }) => {
      authorise(caller, 'page.edit');
      const { slug } = await one(id());
      return one(await savePage(newsroom, caller, { ...body, slug }));
    },
  );
}
