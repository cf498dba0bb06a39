import { sql } from 'kysely';
import { z } from 'zod';
import { readSettings } from '../../newsroom/settings/read.ts';
import { readToday } from '../../newsroom/stories/today.ts';
import { listTerms } from '../../newsroom/terms/terms.ts';
import { capabilitiesOf } from '../../newsroom/users/roles.ts';
import { type Api, endpoint } from '../endpoint.ts';
import { meInput, mySessionsShape, sessionShape } from '../shapes/session.ts';
import { todayShape } from '../shapes/stories.ts';

const _tokenQuery = z.object({ token: z.string().min(1).max(200) });

/** Who one is, and how one comes in: set-up, invitations, lost passwords. */
export function addSessionRoutes(api: Api): void {
  const { desk } = api;
  const { newsroom } = desk;
  const { store } = newsroom;
  const { read } = store;

  endpoint(
    api,
    { method: 'get', path: '/session', summary: 'Who is signed in', answer: sessionShape },
    async ({ caller }) => ({
      user: {
        id: caller.userId,
        name: caller.name,
        email: caller.email,
        role: caller.role,
        twoFactor: caller.twoFactor,
        language: caller.language,
      },
      settings: await readSettings(read),
      may: capabilitiesOf(caller),
      sections: await listTerms(read, 'sections'),
      setup: false,
    }),
  );
  endpoint(
    api,
    { method: 'get', path: '/today', summary: 'The first screen of a day', answer: todayShape },
    ({ caller }) => readToday(read, caller, newsroom.now()),
  );
  endpoint(
    api,
    { method: 'patch', path: '/me', summary: 'Change own name or language', body: meInput },
    async ({ body, caller }) => {
      const set = {
        ...(body.name === undefined ? {} : { name: body.name }),
        ...(body.language === undefined ? {} : { language: body.language }),
      };
      await store.write((tx) =>
        tx
          .updateTable('users')
          .set({ ...set, updated_at: newsroom.now() })
          .where('id', '=', caller.userId)
          .execute(),
      );
    },
  );
  endpoint(
    api,
    {
      method: 'get',
      path: '/me/sessions',
      summary: 'Where one is signed in',
      answer: mySessionsShape,
    },
    async ({ caller }) => {
      const rows = await read
        .selectFrom('sessions')
        .selectAll()
        .where('user_id', '=', caller.userId)
        .where('expires_at', '>', newsroom.now())
        .orderBy('updated_at', 'desc')
        .limit(50)
        .execute();
      return {
        rows: rows.map((row) => ({
          id: row.id,
          current: row.token === caller.session,
          createdAt: row.created_at,
          seenAt: row.updated_at,
          expiresAt: row.expires_at,
          userAgent: row.user_agent,
          address: row.ip_address,
        })),
      };
    },
  );
  const endSessions = (userId: string, id: string | null, keep: string | null): Promise<unknown> =>
    store.write((tx) => {
      let query = tx.deleteFrom('sessions').where('user_id', '=', userId);
      if (id !== null) query = query.where('id', '=', id);
      else if (keep !== null) query = query.where(sql.ref('token'), '<>', keep);
      return query.execute();
    });
  endpoint(
    api,
    { method: 'delete', path: '/me/sessions/:id', summary: 'Sign out there' },
    ({ caller, param }) => endSessions(caller.userId, param('id'), null),
  );
  endpoint(
    api,
    { method: 'delete', path: '/me/sessions', summary: 'Sign out everywhere but here' },
    ({ caller }) => endSessions(caller.userId, null, caller.session),
  );
}
