import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { Role } from '../../api/shapes/session.ts';
import { request } from '../data/api.ts';
import { queryClient } from '../data/query-client.ts';
import { sessionQuery } from '../data/use-session.ts';
import { Problem } from '../parts/problem.tsx';
import { Loading } from '../parts/screen.tsx';
import { SecretInput } from '../parts/secret-input.tsx';
import { type FormState, useForm } from '../parts/use-form.ts';
import { useWords } from '../words/use-words.ts';
import { EntryPage } from './entry-page.tsx';

const quiet = { askSignIn: false } as const;

/** The first start: the link that the server printed makes the chief editor. */
export function SetupPage() {
  const words = useWords();
  const { token } = useSearch({ from: '/setup' });
  const enter = useEnter();
  const form = useForm(async ({ name, email, password }) => {
    await request('POST', '/setup', { token, name, email, password }, quiet);
    await enter();
  });
  return (
    <EntryPage title={words.entry.setup} help={words.entry.setupHelp}>
      <form className="entry-form" onSubmit={form.onSubmit}>
        <NameField form={form} />
        <TextInput
          name="email"
          type="email"
          dir="ltr"
          label={words.common.email}
          autoComplete="username"
          required
          withAsterisk={false}
          error={form.fieldProblem('email')}
        />
        <NewPassword form={form} />
        <Problem text={form.problem} />
        <Button type="submit" variant="filled" loading={form.isSending}>
          {words.entry.setupButton}
        </Button>
      </form>
    </EntryPage>
  );
}

/** Somebody takes up an invitation. */
export function InvitationPage() {
  const words = useWords();
  const { token } = useSearch({ from: '/invitation' });
  const enter = useEnter();
  const invitation = useQuery({
    queryKey: ['invitation', token],
    queryFn: () =>
      request<{ email: string; name: string; role: Role }>(
        'GET',
        `/invitations/accept?token=${encodeURIComponent(token)}`,
        undefined,
        quiet,
      ),
    retry: false,
  });
  const form = useForm(async ({ name, password }) => {
    await request('POST', '/invitations/accept', { token, name, password }, quiet);
    await enter();
  });
  if (invitation.isPending)
    return (
      <EntryPage title={words.entry.invitation}>
        <Loading />
      </EntryPage>
    );
  if (invitation.data === undefined)
    return (
      <EntryPage title={words.entry.invitation} help={words.entry.linkDead}>
        <Link className="entry-form__link" to="/sign-in">
          {words.entry.backToSignIn}
        </Link>
      </EntryPage>
    );
  const { email, name, role } = invitation.data;
  return (
    <EntryPage title={words.entry.invitation} help={words.entry.invitationHelp(words.roles[role])}>
      <form className="entry-form" onSubmit={form.onSubmit}>
        <TextInput
          name="email"
          dir="ltr"
          label={words.common.email}
          value={email}
          autoComplete="username"
          readOnly
        />
        <NameField form={form} name={name} />
        <NewPassword form={form} />
        <Problem text={form.problem} />
        <Button type="submit" variant="filled" loading={form.isSending}>
          {words.entry.invitationButton}
        </Button>
      </form>
    </EntryPage>
  );
}

/** A lost password: the link is asked for, then used. */
export function ResetPage() {
  const words = useWords();
  const { token } = useSearch({ from: '/reset' });
  const navigate = useNavigate();
  const finish = useForm(async ({ password }) => {
    await request('POST', '/reset/finish', { token, password }, quiet);
    await navigate({ to: '/sign-in', search: { reset: true } });
  });
  const help = token === undefined ? words.entry.resetHelp : undefined;
  return (
    <EntryPage title={words.entry.reset} help={help}>
      {token === undefined ? (
        <AskReset />
      ) : (
        <form className="entry-form" onSubmit={finish.onSubmit}>
          <NewPassword form={finish} />
          <Problem text={finish.problem} />
          <Button type="submit" variant="filled" loading={finish.isSending}>
            {words.entry.resetFinish}
          </Button>
        </form>
      )}
      <p className="entry-form__foot">
        <Link className="entry-form__link" to="/sign-in">
          {words.entry.backToSignIn}
        </Link>
      </p>
    </EntryPage>
  );
}

function AskReset() {
  const words = useWords();
  const [isSent, setSent] = useState(false);
  const form = useForm(async ({ email }) => {
    await request('POST', '/reset', { email }, quiet);
    setSent(true);
  });
  if (isSent) return <p role="status">{words.entry.resetSent}</p>;
  return (
    <form className="entry-form" onSubmit={form.onSubmit}>
      <TextInput
        name="email"
        type="email"
        dir="ltr"
        label={words.common.email}
        autoComplete="username"
        required
        withAsterisk={false}
        error={form.fieldProblem('email')}
      />
      <Problem text={form.problem} />
      <Button type="submit" variant="filled" loading={form.isSending}>
        {words.entry.resetButton}
      </Button>
    </form>
  );
}

function NameField({ form, name = '' }: { form: FormState; name?: string }) {
  const words = useWords();
  return (
    <TextInput
      name="name"
      label={words.common.name}
      defaultValue={name}
      autoComplete="name"
      required
      withAsterisk={false}
      error={form.fieldProblem('name')}
    />
  );
}

function NewPassword({ form }: { form: FormState }) {
  const words = useWords();
  return (
    <SecretInput
      name="password"
      label={words.common.password}
      description={words.entry.passwordHelp}
      autoComplete="new-password"
      minLength={10}
      maxLength={128}
      error={form.fieldProblem('password')}
    />
  );
}

function useEnter(): () => Promise<void> {
  const navigate = useNavigate();
  return async () => {
    await queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 });
    await navigate({ to: '/' });
  };
}
