import { Button, NativeSelect, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { ApiError, request } from '../data/api.ts';
import { queryClient } from '../data/query-client.ts';
import { useSession } from '../data/use-session.ts';
import { Problem } from '../parts/problem.tsx';
import { Screen } from '../parts/screen.tsx';
import { SecretInput } from '../parts/secret-input.tsx';
import { say } from '../parts/toast.tsx';
import { useForm } from '../parts/use-form.ts';
import { currentWords, useWords } from '../words/use-words.ts';
import { MySessions } from './my-sessions.tsx';
import { SecondFactor } from './second-factor.tsx';
import '../parts/form.css';

/** One's own name, language and safety. */
export function MeScreen() {
  const words = useWords();
  return (
    <Screen title={words.me.title} help={words.me.help}>
      <NameAndLanguage />
      <Part title={words.me.passwordTitle}>
        <ChangePassword />
      </Part>
      <Part title={words.me.second} help={words.me.secondHelp}>
        <SecondFactor />
      </Part>
      <Part title={words.me.sessions}>
        <MySessions />
      </Part>
    </Screen>
  );
}

function Part(props: { title: string; help?: string; children: ReactNode }) {
  return (
    <section className="part">
      <h2>{props.title}</h2>
      {props.help !== undefined && <p>{props.help}</p>}
      {props.children}
    </section>
  );
}

function NameAndLanguage() {
  const words = useWords();
  const { user } = useSession();
  const form = useForm(async ({ name, language }) => {
    await request('PATCH', '/me', { name, language });
    await queryClient.invalidateQueries({ queryKey: ['session'] });
    say(currentWords().common.saved);
  });
  return (
    <form className="form part" onSubmit={form.onSubmit}>
      <div className="form__pair">
        <TextInput
          name="name"
          label={words.common.name}
          defaultValue={user.name}
          autoComplete="name"
          required
          withAsterisk={false}
          error={form.fieldProblem('name')}
        />
        <NativeSelect
          name="language"
          label={words.me.language}
          defaultValue={user.language}
          data={Object.entries(words.me.languages).map(([value, label]) => ({ value, label }))}
        />
      </div>
      <Problem text={form.problem} />
      <Button type="submit" variant="filled" loading={form.isSending}>
        {words.common.save}
      </Button>
    </form>
  );
}

function ChangePassword() {
  const words = useWords();
  const form = useForm(async ({ current, password }, element) => {
    try {
      await request('POST', '/api/auth/change-password', {
        currentPassword: current,
        newPassword: password,
        revokeOtherSessions: true,
      });
    } catch (error) {
      if (error instanceof ApiError && error.status === 400)
        throw new Error(words.me.wrongPassword);
      throw error;
    }
    element.reset();
    say(words.me.changed);
    await queryClient.invalidateQueries({ queryKey: ['my-sessions'] });
  });
  return (
    <form className="form" onSubmit={form.onSubmit}>
      <div className="form__pair">
        <SecretInput name="current" label={words.me.current} autoComplete="current-password" />
        <SecretInput
          name="password"
          label={words.entry.newPassword}
          description={words.entry.passwordHelp}
          autoComplete="new-password"
          minLength={10}
          maxLength={128}
        />
      </div>
      <Problem text={form.problem} />
      <Button type="submit" loading={form.isSending}>
        {words.me.change}
      </Button>
    </form>
  );
}
