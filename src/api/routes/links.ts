import { z } from 'zod';
import { Refusal } from '../../newsroom/errors.ts';
import { audit, inTransaction } from '../../newsroom/newsroom.ts';
import { readSettings } from '../../newsroom/settings/read.ts';
import {
  acceptInvitation,
  finishReset,
  finishSetup,
  invite,
  makeResetLink,
  readLink,
} from '../../newsroom/users/links.ts';
import { authorise, systemActor } from '../../newsroom/users/roles.ts';
import type { Desk } from '../desk.ts';
import { type Api, endpoint, nobodyYet, openEndpoint } from '../endpoint.ts';
import { doneShape } from '../shapes/common.ts';
import { setupInput } from '../shapes/session.ts';
import {
  acceptInput,
  invitationInput,
  invitationListShape,
  invitationMadeShape,
  invitationSeenShape,
  linkShape,
  resetFinishInput,
  resetInput,
  resetLinkInput,
} from '../shapes/users.ts';
import { Throttle } from '../throttle.ts';

const tokenQuery = z.object({ token: z.string().min(1).max(200) });

/** Ways in by one-time links: the first run, invitations, lost passwords. */
export function addLinkRoutes(api: Api): void {
  const { desk } = api;
  const { newsroom } = desk;
  const { store } = newsroom;
  const { read } = store;
  const link = (way: string, token: string): string =>
    `${desk.siteUrl}/desk/${way}?token=${encodeURIComponent(token)}`;

  openEndpoint(
    api,
    {
      method: 'post',
      path: '/setup',
      summary: 'Make the first chief editor, by the link that the server printed',
      body: setupInput,
      answer: doneShape,
    },
    async ({ body }) => {
      await finishSetup(newsroom, body);
      return signedIn(desk, body.email, body.password);
    },
  );
  openEndpoint(
    api,
    {
      method: 'get',
      path: '/setup',
      summary: 'Whether the first editor is still to be made',
      answer: z.object({ setup: z.boolean() }),
    },
    async () => ({ setup: await nobodyYet(desk) }),
  );
  endpoint(
    api,
    {
      method: 'post',
      path: '/invitations',
      summary: 'Invite somebody',
      body: invitationInput,
      answer: invitationMadeShape,
      status: 201,
      scope: 'admin',
    },
    async ({ body, caller }) => {
      const { id, token } = await invite(newsroom, caller, body);
      const address = link('invitation', token);
      const { name: paper } = await readSettings(read);
      const mailed = await mail(api, {
        to: body.email,
        subject: `دعوة إلى غرفة أخبار ${paper}`,
        text: `مرحباً ${body.name}،\n\nيدعوك ${caller.name} إلى العمل في ${paper}. افتح هذا الرابط واختر كلمة السر:\n\n${address}\n\nيعمل الرابط سبعة أيام ولمرّة واحدة.\n`,
      });
      return { id, link: address, mailed };
    },
  );
  endpoint(
    api,
    {
      method: 'get',
      path: '/invitations',
      summary: 'Invitations that wait',
      answer: invitationListShape,
      scope: 'admin',
    },
    async ({ caller }) => {
      authorise(caller, 'user.edit');
      const rows = await read
        .selectFrom('invitations')
        .selectAll()
        .where('kind', '=', 'invitation')
        .where('used_at', 'is', null)
        .where('expires_at', '>', newsroom.now())
        .orderBy('created_at', 'desc')
        .limit(200)
        .execute();
      return {
        rows: rows.map((row) => ({
          id: row.id,
          email: row.email,
          name: row.name,
          role: row.role,
          invitedBy: row.invited_by,
          createdAt: row.created_at,
          expiresAt: row.expires_at,
        })),
      };
    },
  );
  openEndpoint(
    api,
    {
      method: 'get',
      path: '/invitations/accept',
      summary: 'Whom an invitation is for',
      query: tokenQuery,
      answer: invitationSeenShape,
    },
    ({ query }) => readLink(newsroom, 'invitation', query.token),
  );
  openEndpoint(
    api,
    {
      method: 'post',
      path: '/invitations/accept',
      summary: 'Take up an invitation',
      body: acceptInput,
      answer: doneShape,
    },
    async ({ body }) => signedIn(desk, await acceptInvitation(newsroom, body), body.password),
  );
  endpoint(
    api,
    { method: 'delete', path: '/invitations/:id', summary: 'Take it back', scope: 'admin' },
    ({ caller, param }) =>
      inTransaction(newsroom, caller, async (work) => {
        authorise(caller, 'user.edit');
        const gone = await work.tx
          .deleteFrom('invitations')
          .where('id', '=', param('id'))
          .where('kind', '=', 'invitation')
          .returning('email')
          .executeTakeFirst();
        if (gone === undefined) return;
        const subject = { kind: 'invitation', id: param('id') };
        await audit(work, 'user.uninvite', subject, { email: gone.email });
      }),
  );

  // Nobody's mailbox is filled by whoever knows their address.
  const letters = new Throttle({ max: 3, window: 60 * 60 * 1000, now: newsroom.now });
  openEndpoint(
    api,
    { method: 'post', path: '/reset', summary: 'Ask for a new password by mail', body: resetInput },
    async ({ body }) => {
      // The same answer whoever asks and whether there is such a person.
      if (desk.mailer === null || letters.wait(body.email) !== null) return;
      void makeResetLink(newsroom, systemActor, body)
        .then(async (made) => {
          if (made === null) return;
          await mail(api, {
            to: made.email,
            subject: 'كلمة سر جديدة',
            text: `طُلبت كلمة سر جديدة لحسابك. افتح هذا الرابط خلال ساعة لتختارها:\n\n${link('reset', made.token)}\n\nإن لم تطلبها أنت فتجاهل هذه الرسالة.\n`,
          });
        })
        .catch((error: unknown) => api.onError(error, '/api/v1/reset'));
    },
  );
  endpoint(
    api,
    {
      method: 'post',
      path: '/reset/link',
      summary: 'A link to hand on to somebody who lost their password',
      body: resetLinkInput,
      answer: linkShape,
      scope: 'admin',
    },
    async ({ body, caller }) => {
      authorise(caller, 'user.edit');
      const made = await makeResetLink(newsroom, caller, body);
      if (made === null) throw new Refusal(404, 'لا يوجد حساب كهذا.', 'There is no such user.');
      return { link: link('reset', made.token) };
    },
  );
  openEndpoint(
    api,
    {
      method: 'post',
      path: '/reset/finish',
      summary: 'Set the new password',
      body: resetFinishInput,
    },
    ({ body }) => finishReset(newsroom, body),
  );
}

/** Sends a letter where a mail server is configured; whether it went. */
async function mail(
  api: Api,
  letter: { to: string; subject: string; text: string },
): Promise<boolean> {
  if (api.desk.mailer === null) return false;
  try {
    await api.desk.mailer(letter);
    return true;
  } catch (error) {
    api.onError(error, 'mail');
    return false;
  }
}

/** Signs in whoever has just chosen a password. */
async function signedIn(desk: Desk, email: string, password: string): Promise<Response> {
  const answer = await desk.signIn.api.signInEmail({
    body: { email, password },
    asResponse: true,
  });
  const headers = new Headers({ 'content-type': 'application/json', 'cache-control': 'no-store' });
  for (const cookie of answer.headers.getSetCookie()) headers.append('set-cookie', cookie);
  return new Response(JSON.stringify({ done: true }), { headers });
}
