import { createToken, listTokens, revokeToken } from '../../newsroom/tokens/tokens.ts';
import type { Failure } from '../../newsroom/webhooks/post.ts';
import {
  addWebhook,
  type Delivery,
  listDeliveries,
  listWebhooks,
  removeWebhook,
  retryDelivery,
  setWebhookActive,
} from '../../newsroom/webhooks/webhooks.ts';
import { type Api, endpoint } from '../endpoint.ts';
import { wantsEnglish } from '../problems.ts';
import {
  deliveryListShape,
  tokenInput,
  tokenListShape,
  tokenMadeShape,
  webhookChange,
  webhookInput,
  webhookListShape,
  webhookMadeShape,
} from '../shapes/settings.ts';

/** Tokens of other programs, and addresses that are told of changes. Only people manage them. */
export function addIntegrationRoutes(api: Api): void {
  const { newsroom } = api.desk;
  const { read } = newsroom.store;
  const own = { peopleOnly: true, scope: 'admin' } as const;

  endpoint(
    api,
    { method: 'get', path: '/tokens', summary: 'API tokens', answer: tokenListShape, ...own },
    async ({ caller }) => ({ rows: await listTokens(read, caller) }),
  );
  endpoint(
    api,
    {
      method: 'post',
      path: '/tokens',
      summary: 'Make a token in your own name; its secret is shown this once',
      body: tokenInput,
      answer: tokenMadeShape,
      status: 201,
      ...own,
    },
    ({ body, caller }) =>
      createToken(newsroom, caller, { ...body, expiresAt: body.expiresAt ?? null }),
  );
  endpoint(
    api,
    { method: 'delete', path: '/tokens/:id', summary: 'End a token at once', ...own },
    ({ caller, param }) => revokeToken(newsroom, caller, param('id')),
  );
  addWebhookRoutes(api);
}

function addWebhookRoutes(api: Api): void {
  const { newsroom, allowInnerWebhooks: allowInner } = api.desk;
  const { read } = newsroom.store;
  const own = { peopleOnly: true, scope: 'admin' } as const;
  endpoint(
    api,
    { method: 'get', path: '/webhooks', summary: 'Webhooks', answer: webhookListShape, ...own },
    async ({ caller }) => ({ rows: await listWebhooks(read, caller) }),
  );
  endpoint(
    api,
    {
      method: 'post',
      path: '/webhooks',
      summary: 'Have an address told of changes; its secret is shown this once',
      body: webhookInput,
      answer: webhookMadeShape,
      status: 201,
      ...own,
    },
    ({ body, caller }) => addWebhook(newsroom, caller, body, { allowInner }),
  );
  endpoint(
    api,
    {
      method: 'patch',
      path: '/webhooks/:id',
      summary: 'Stop or start a webhook',
      body: webhookChange,
      ...own,
    },
    ({ id, body, caller }) => setWebhookActive(newsroom, caller, id(), body.active),
  );
  endpoint(
    api,
    { method: 'delete', path: '/webhooks/:id', summary: 'Remove a webhook', ...own },
    ({ id, caller }) => removeWebhook(newsroom, caller, id()),
  );
  endpoint(
    api,
    {
      method: 'get',
      path: '/webhooks/:id/deliveries',
      summary: 'What was sent, and what became of it; the newest hundred',
      answer: deliveryListShape,
      ...own,
    },
    async ({ c, id, caller }) => {
      const english = wantsEnglish(c.req.header('accept-language'));
      const rows = await listDeliveries(read, caller, id());
      return { rows: rows.map((row) => told(row, english)) };
    },
  );
  endpoint(
    api,
    {
      method: 'post',
      path: '/webhooks/:id/deliveries/:delivery/retry',
      summary: 'Send a delivery again now',
      ...own,
    },
    ({ id, caller }) =>
      retryDelivery(newsroom, caller, { webhook: id(), delivery: id('delivery') }),
  );
}

const reasons: Readonly<Record<Failure, readonly [arabic: string, english: string]>> = {
  status: ['أجاب الخادم بخطأ', 'The server answered with an error'],
  redirect: [
    'أحال الخادم إلى عنوان آخر. استعمل العنوان الأخير نفسه',
    'The server redirects; use the final address',
  ],
  private: ['العنوان داخلي فلا يُرسَل إليه', 'The address is not on the public internet'],
  unknown_host: ['لا يوجد خادم بهذا الاسم', 'There is no host of this name'],
  unreachable: ['لم يُجب الخادم', 'The server could not be reached'],
  tls: ['شهادة الخادم غير صالحة', "The server's certificate is not valid"],
  timeout: ['تأخر الخادم في الجواب', 'The server took too long'],
};

function told({ failure, ...row }: Delivery, english: boolean) {
  const reason = failure === null ? null : reasons[failure][english ? 1 : 0];
  const error = reason === null || row.status === null ? reason : `${reason} (${row.status})`;
  return { ...row, error };
}
