import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ApiError, request } from '../data/api.ts';
import { Problem } from '../parts/problem.tsx';
import { SecretInput } from '../parts/secret-input.tsx';
import { useForm } from '../parts/use-form.ts';
import { currentWords, useWords } from '../words/use-words.ts';

const quiet = { askSignIn: false } as const;

/** E-mail and password, then the second factor for those who have one. */
export function SignInForm(props: {
  email?: string | undefined;
  onDone: () => Promise<void> | void;
}) {
  const [needsCode, setNeedsCode] = useState(false);
  return needsCode ? (
    <CodeForm onDone={props.onDone} />
  ) : (
    <PasswordForm {...props} onCode={() => setNeedsCode(true)} />
  );
}

function PasswordForm(props: {
  email?: string | undefined;
  onDone: () => Promise<void> | void;
  onCode: () => void;
}) {
  const words = useWords();
  const form = useForm(async ({ email, password }) => {
    const answer = await asked<{ twoFactorRedirect?: boolean }>(
      '/api/auth/sign-in/email',
      { email, password },
      currentWords().entry.invalid,
    );
    if (answer.twoFactorRedirect === true) props.onCode();
    else await props.onDone();
  });
  return (
    <form className="entry-form" onSubmit={form.onSubmit}>
      <TextInput
        name="email"
        type="email"
        dir="ltr"
        label={words.common.email}
        defaultValue={props.email ?? ''}
        autoComplete="username"
        required
        withAsterisk={false}
        {...(props.email === undefined ? { 'data-autofocus': true } : {})}
      />
      <SecretInput name="password" label={words.common.password} autoComplete="current-password" />
      <Problem text={form.problem} />
      <Button type="submit" variant="filled" loading={form.isSending}>
        {words.entry.signInButton}
      </Button>
    </form>
  );
}

function CodeForm({ onDone }: { onDone: () => Promise<void> | void }) {
  const words = useWords();
  const [byRecovery, setByRecovery] = useState(false);
  const form = useForm(async ({ code }) => {
    await asked(
      `/api/auth/two-factor/${byRecovery ? 'verify-backup-code' : 'verify-totp'}`,
      { code: (code ?? '').trim() },
      currentWords().entry.codeWrong,
    );
    await onDone();
  });
  return (
    <form className="entry-form" onSubmit={form.onSubmit}>
      <TextInput
        key={byRecovery ? 'recovery' : 'code'}
        name="code"
        dir="ltr"
        label={byRecovery ? words.entry.recovery : words.entry.code}
        description={byRecovery ? words.entry.recoveryHelp : words.entry.codeHelp}
        autoComplete="one-time-code"
        required
        withAsterisk={false}
        autoFocus
        {...(byRecovery ? {} : { inputMode: 'numeric' as const })}
      />
      <Problem text={form.problem} />
      <Button type="submit" variant="filled" loading={form.isSending}>
        {words.entry.signInButton}
      </Button>
      <button type="button" className="entry-form__link" onClick={() => setByRecovery(!byRecovery)}>
        {byRecovery ? words.entry.useCode : words.entry.useRecovery}
      </button>
    </form>
  );
}

/** Asks better-auth, whose refusals are in English only: ours is said instead. */
async function asked<T>(path: string, body: unknown, refused: string): Promise<T> {
  try {
    return await request<T>('POST', path, body, quiet);
  } catch (error) {
    if (
      error instanceof ApiError &&
      error.status >= 400 &&
      error.status < 500 &&
      error.status !== 429
    )
      throw new Error(refused);
    throw error;
  }
}
