import { listAudit } from '../../newsroom/audit/list.ts';
import { Refusal } from '../../newsroom/errors.ts';
import { arrangeFront, readFrontDesk } from '../../newsroom/front/front.ts';
import { readSettings } from '../../newsroom/settings/read.ts';
import { changeSettings, type SettingsInput } from '../../newsroom/settings/write.ts';
import { changeUser, listUsers } from '../../newsroom/users/manage.ts';
import { authorise, may } from '../../newsroom/users/roles.ts';
import { callerOf } from '../caller.ts';
import { type Api, endpoint } from '../endpoint.ts';
import { auditListShape, auditQuery, eventShape } from '../shapes/changes.ts';
import { versionsQuery } from '../shapes/common.ts';
import { frontInput, frontShape } from '../shapes/front.ts';
import {
  settingsChange,
  settingsShape,
  viewInput,
  viewListShape,
  viewShape,
} from '../shapes/settings.ts';
import { userChange, userListShape } from '../shapes/users.ts';

const auditAtOnce = 50;
const mostViews = 50;

/** The front page, settings, users, saved views and the audit trail. */
export function addHouseRoutes(api: Api): void {
  const { newsroom } = api.desk;
  const { read } = newsroom.store;
  endpoint(
    api,
    { method: 'get', path: '/front', summary: 'How the front is arranged', answer: frontShape },
    ({ caller }) => readFrontDesk(read, caller, newsroom.now()),
  );
  endpoint(
    api,
    {
      method: 'put',
      path: '/front',
      summary: 'Arrange the front page; readers have it at once',
      body: frontInput,
      answer: frontShape,
      scope: 'publish',
    },
    ({ body, caller }) => arrangeFront(newsroom, caller, body),
  );
  endpoint(
    api,
    { method: 'get', path: '/settings', summary: 'Settings', answer: settingsShape },
    () => readSettings(read),
  );
  endpoint(
    api,
    {
      method: 'patch',
      path: '/settings',
      summary: 'Change settings',
      body: settingsChange,
      answer: settingsShape,
      scope: 'admin',
    },
    // Every value is checked by the use case.
    ({ body, caller }) => changeSettings(newsroom, caller, body as SettingsInput),
  );
  endpoint(
    api,
    {
      method: 'get',
      path: '/users',
      summary: 'Everybody with an account',
      answer: userListShape,
      scope: 'admin',
    },
    async ({ caller }) => ({ rows: await listUsers(read, caller) }),
  );
  endpoint(
    api,
    {
      method: 'patch',
      path: '/users/:id',
      summary: "Change a colleague's name, role or access",
      body: userChange,
      scope: 'admin',
    },
    ({ body, caller, param }) => changeUser(newsroom, caller, param('id'), body),
  );
  endpoint(
    api,
    {
      method: 'get',
      path: '/audit',
      summary: 'Who did what',
      query: auditQuery,
      answer: auditListShape,
    },
    ({ query, caller }) => {
      const [kind, id] = query.subject?.split(':') ?? [];
      // Of a story everybody may know; of the house those who run it.
      if (kind !== 'story' || id === undefined) {
        if (!may(caller, 'settings.edit')) authorise(caller, 'user.edit');
      }
      return listAudit(read, {
        limit: auditAtOnce,
        ...(kind === undefined ? {} : { kind }),
        ...(id === undefined ? {} : { id }),
        ...(query.cursor === undefined ? {} : { cursor: query.cursor }),
      });
    },
  );
  endpoint(
    api,
    {
      method: 'get',
      path: '/stories/:id/audit',
      summary: 'What happened to a story',
      query: versionsQuery,
      answer: auditListShape,
    },
    ({ id, query }) =>
      listAudit(read, {
        kind: 'story',
        id: String(id()),
        limit: auditAtOnce,
        ...(query.cursor === undefined ? {} : { cursor: query.cursor }),
      }),
  );
  endpoint(
    api,
    {
      method: 'get',
      path: '/events',
      summary: 'What changes, as it changes (server-sent events); each says what to look at again',
      answer: eventShape,
      stream: true,
    },
    async ({ c, caller }) => {
      const { headers } = c.req.raw;
      return api.desk.events.open(
        caller.userId,
        async () => (await callerOf(api.desk, headers)) !== null,
      );
    },
  );
  addViews(api);
}

function addViews(api: Api): void {
  const { newsroom } = api.desk;
  const { store } = newsroom;
  endpoint(
    api,
    { method: 'get', path: '/views', summary: 'Own saved views', answer: viewListShape },
    async ({ caller }) => ({
      rows: await store.read
        .selectFrom('saved_views')
        .select(['id', 'name', 'query'])
        .where('user_id', '=', caller.userId)
        .orderBy('id')
        .limit(mostViews)
        .execute(),
    }),
  );
  endpoint(
    api,
    {
      method: 'post',
      path: '/views',
      summary: 'Save a view',
      body: viewInput,
      answer: viewShape,
      status: 201,
    },
    ({ body, caller }) =>
      store.write(async (tx) => {
        const { count } = await tx
          .selectFrom('saved_views')
          .select(({ fn }) => fn.countAll().as('count'))
          .where('user_id', '=', caller.userId)
          .executeTakeFirstOrThrow();
        if (Number(count) >= mostViews)
          throw new Refusal(
            409,
            'بلغت العروض المحفوظة حدّها. احذف عرضاً لا تحتاجه ثم احفظ هذا.',
            `There are ${mostViews} saved views already.`,
          );
        return tx
          .insertInto('saved_views')
          .values({ ...body, user_id: caller.userId, created_at: newsroom.now() })
          .returning(['id', 'name', 'query'])
          .executeTakeFirstOrThrow();
      }),
  );
  endpoint(
    api,
    { method: 'delete', path: '/views/:id', summary: 'Forget a view' },
    ({ id, caller }) =>
      store.write((tx) =>
        tx
          .deleteFrom('saved_views')
          .where('id', '=', id())
          .where('user_id', '=', caller.userId)
          .execute(),
      ),
  );
}
