import { Button, Checkbox, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ApiToken, Delivery, Webhook } from '../../api/shapes/settings.ts';
import { request } from '../data/api.ts';
import { queryClient } from '../data/query-client.ts';
import { CopyLink } from '../parts/copy-link.tsx';
import { Problem } from '../parts/problem.tsx';
import { EmptyState } from '../parts/screen.tsx';
import { say, sayError } from '../parts/toast.tsx';
import { useForm } from '../parts/use-form.ts';
import { When } from '../parts/when.tsx';
import { useDates } from '../words/dates.ts';
import { useWords } from '../words/use-words.ts';
import '../parts/form.css';

const reload = (key: string) => queryClient.invalidateQueries({ queryKey: [key] });
const scopes = ['read', 'write', 'publish', 'admin'] as const;

/** Keys for programs that call the newsroom, and addresses that the newsroom calls. */
export function Programs() {
  const words = useWords();
  return (
    <>
      <Tokens />
      <Webhooks />
      <p>
        <a href="/api/v1/openapi.json">{words.programs.document}</a>
      </p>
    </>
  );
}

function Tokens() {
  const words = useWords();
  const dates = useDates();
  const [made, setMade] = useState<string | null>(null);
  const list = useQuery({
    queryKey: ['tokens'],
    queryFn: ({ signal }) => request<{ rows: ApiToken[] }>('GET', '/tokens', undefined, { signal }),
  });
  const form = useForm(async ({ name, ...fields }, element) => {
    const { token } = await request<{ token: string }>('POST', '/tokens', {
      name,
      scopes: scopes.filter((scope) => fields[scope] === 'on'),
    });
    setMade(token);
    element.reset();
    await reload('tokens');
  });
  const revoke = async (id: string): Promise<void> => {
    try {
      await request('DELETE', `/tokens/${id}`);
      say(words.programs.revoked);
      await reload('tokens');
    } catch (error) {
      sayError(error);
    }
  };
  const rows = list.data?.rows ?? [];
  return (
    <section className="part">
      <h2>{words.programs.tokens}</h2>
      <p>{words.programs.tokensHelp}</p>
      {rows.length === 0 && <EmptyState text={words.programs.tokensEmpty} />}
      <ul className="rows">
        {rows.map((token) => (
          <li key={token.id}>
            <div className="rows__main">
              <strong dir="auto">{token.name}</strong>
              <p className="rows__facts">
                <span>
                  {token.scopes.map((scope) => words.programs.scopeNames[scope]).join('، ')}
                </span>
                <span>
                  {token.usedAt === null
                    ? words.programs.neverUsed
                    : words.programs.used(dates.near(token.usedAt))}
                </span>
              </p>
            </div>
            <Button size="xs" variant="subtle" onClick={() => void revoke(token.id)}>
              {words.programs.revoke}
            </Button>
          </li>
        ))}
      </ul>
      {made !== null && <CopyLink label={words.programs.tokenOnce} value={made} />}
      <form className="form" onSubmit={form.onSubmit}>
        <TextInput
          name="name"
          label={words.programs.tokenName}
          maxLength={80}
          required
          withAsterisk={false}
          error={form.fieldProblem('name')}
        />
        <fieldset className="rows__facts">
          <legend>{words.programs.scopes}</legend>
          {scopes.map((scope) => (
            <Checkbox
              key={scope}
              name={scope}
              label={words.programs.scopeNames[scope]}
              defaultChecked={scope === 'read'}
            />
          ))}
        </fieldset>
        <Problem text={form.fieldProblem('scopes') ?? form.problem} />
        <Button type="submit" loading={form.isSending}>
          {words.programs.addToken}
        </Button>
      </form>
    </section>
  );
}

function Webhooks() {
  const words = useWords();
  const [secret, setSecret] = useState<string | null>(null);
  const list = useQuery({
    queryKey: ['webhooks'],
    queryFn: ({ signal }) =>
      request<{ rows: Webhook[] }>('GET', '/webhooks', undefined, { signal }),
  });
  const form = useForm(async ({ url }, element) => {
    const hook = await request<{ secret: string }>('POST', '/webhooks', { url });
    setSecret(hook.secret);
    element.reset();
    await reload('webhooks');
  });
  const rows = list.data?.rows ?? [];
  return (
    <section className="part">
      <h2>{words.programs.webhooks}</h2>
      <p>{words.programs.webhooksHelp}</p>
      {rows.length === 0 && <EmptyState text={words.programs.webhooksEmpty} />}
      <ul className="rows">
        {rows.map((hook) => (
          <WebhookRow key={hook.id} hook={hook} />
        ))}
      </ul>
      {secret !== null && <CopyLink label={words.programs.secretOnce} value={secret} />}
      <form className="form" onSubmit={form.onSubmit}>
        <TextInput
          name="url"
          type="url"
          dir="ltr"
          label={words.programs.url}
          placeholder="https://example.org/hook"
          required
          withAsterisk={false}
          error={form.fieldProblem('url')}
        />
        <Problem text={form.problem} />
        <Button type="submit" loading={form.isSending}>
          {words.programs.addWebhook}
        </Button>
      </form>
    </section>
  );
}

function WebhookRow({ hook }: { hook: Webhook }) {
  const words = useWords();
  const [isOpen, setOpen] = useState(false);
  const change = async (send: () => Promise<unknown>): Promise<void> => {
    try {
      await send();
      await reload('webhooks');
    } catch (error) {
      sayError(error);
    }
  };
  const path = `/webhooks/${hook.id}`;
  return (
    <li>
      <div className="rows__main">
        <strong>
          <bdi dir="ltr">{hook.url}</bdi>
        </strong>
        <p>
          {hook.failing
            ? words.programs.failing
            : hook.active
              ? words.programs.active
              : words.programs.paused}
        </p>
      </div>
      <div className="rows__actions">
        <Button size="xs" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {words.programs.deliveries}
        </Button>
        <Button
          size="xs"
          variant="subtle"
          onClick={() => void change(() => request('PATCH', path, { active: !hook.active }))}
        >
          {hook.active ? words.programs.paused : words.programs.active}
        </Button>
        <Button
          size="xs"
          variant="subtle"
          onClick={() => void change(() => request('DELETE', path))}
        >
          {words.common.remove}
        </Button>
      </div>
      {isOpen && <Deliveries hook={hook.id} />}
    </li>
  );
}

function Deliveries({ hook }: { hook: number }) {
  const words = useWords();
  const list = useQuery({
    queryKey: ['webhooks', hook, 'deliveries'],
    queryFn: ({ signal }) =>
      request<{ rows: Delivery[] }>('GET', `/webhooks/${hook}/deliveries`, undefined, { signal }),
  });
  const rows = list.data?.rows ?? [];
  if (rows.length === 0) return <EmptyState text={words.programs.deliveriesEmpty} />;
  return (
    <ul className="rows rows__main">
      {rows.map((one) => (
        <li key={one.id} className="rows__facts">
          <span>{words.programs.deliveryStates[one.state]}</span>
          <bdi>{one.kind}</bdi>
          <span>
            {words.programs.attempts}: {one.attempts}
          </span>
          {one.error !== null && <bdi dir="auto">{one.error}</bdi>}
          <When at={one.at} />
        </li>
      ))}
    </ul>
  );
}
