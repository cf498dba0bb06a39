import { Button, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { ApiError, request } from '../data/api.ts';
import { queryClient } from '../data/query-client.ts';
import { useSession } from '../data/use-session.ts';
import { CopyLink } from '../parts/copy-link.tsx';
import { Problem } from '../parts/problem.tsx';
import { SecretInput } from '../parts/secret-input.tsx';
import { say } from '../parts/toast.tsx';
import { useForm } from '../parts/use-form.ts';
import { currentWords, useWords } from '../words/use-words.ts';
import './second-factor.css';

interface Secret {
  totpURI: string;
  backupCodes: string[];
}

/** Turns the code from one's phone on and off. */
export function SecondFactor() {
  const words = useWords();
  const { twoFactor } = useSession().user;
  const [secret, setSecret] = useState<Secret | null>(null);
  const [isVerified, setVerified] = useState(false);
  const reload = () => queryClient.invalidateQueries({ queryKey: ['session'] });
  if (secret !== null && !isVerified)
    return <Verify secret={secret} onDone={() => setVerified(true)} />;
  if (secret !== null)
    return (
      <RecoveryCodes
        codes={secret.backupCodes}
        onDone={() => {
          setSecret(null);
          setVerified(false);
          void reload();
        }}
      />
    );
  return twoFactor ? (
    <>
      <p className="form__help">{words.me.isOn}</p>
      <PasswordForm
        path="/api/auth/two-factor/disable"
        button={words.me.disable}
        onDone={() => {
          say(words.me.disabled);
          void reload();
        }}
      />
    </>
  ) : (
    <PasswordForm
      path="/api/auth/two-factor/enable"
      button={words.me.enable}
      onDone={(answer) => setSecret(answer as Secret)}
    />
  );
}

function PasswordForm(props: { path: string; button: string; onDone: (answer: unknown) => void }) {
  const words = useWords();
  const form = useForm(async ({ password }) => {
    props.onDone(await refusedAs(props.path, { password }, currentWords().me.wrongPassword));
  });
  return (
    <form className="form" onSubmit={form.onSubmit}>
      <SecretInput name="password" label={words.me.current} autoComplete="current-password" />
      <Problem text={form.problem} />
      <Button type="submit" loading={form.isSending}>
        {props.button}
      </Button>
    </form>
  );
}

function Verify({ secret, onDone }: { secret: Secret; onDone: () => void }) {
  const words = useWords();
  const picture = useQr(secret.totpURI);
  const key = new URL(secret.totpURI).searchParams.get('secret') ?? '';
  const form = useForm(async ({ code = '' }) => {
    await refusedAs(
      '/api/auth/two-factor/verify-totp',
      { code: code.trim() },
      currentWords().entry.codeWrong,
    );
    onDone();
  });
  return (
    <form className="form second-factor" onSubmit={form.onSubmit}>
      <p className="form__help">{words.me.scan}</p>
      {picture !== null && <img src={picture} alt={words.me.qr} width="200" height="200" />}
      <CopyLink label={words.me.key} value={key} />
      <TextInput
        name="code"
        dir="ltr"
        inputMode="numeric"
        label={words.entry.code}
        description={words.entry.codeHelp}
        autoComplete="one-time-code"
        required
        withAsterisk={false}
      />
      <Problem text={form.problem} />
      <Button type="submit" variant="filled" loading={form.isSending}>
        {words.me.verify}
      </Button>
    </form>
  );
}

function RecoveryCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const words = useWords();
  return (
    <div className="form second-factor" role="status">
      <p>
        {words.me.enabled} {words.me.codesHelp}
      </p>
      <ul dir="ltr" aria-label={words.me.codes}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <Button variant="filled" onClick={onDone}>
        {words.me.codesSaved}
      </Button>
    </div>
  );
}

/** A picture of the set-up address, drawn here: the secret is shown to nobody else. */
function useQr(text: string): string | null {
  const [picture, setPicture] = useState<string | null>(null);
  useEffect(() => {
    let isGone = false;
    import('qrcode')
      .then(({ toDataURL }) => toDataURL(text, { margin: 2, width: 400 }))
      .then((url) => {
        if (!isGone) setPicture(url);
      })
      // The key below it says the same.
      .catch(() => undefined);
    return () => {
      isGone = true;
    };
  }, [text]);
  return picture;
}

async function refusedAs(path: string, body: unknown, refusal: string): Promise<unknown> {
  try {
    return await request('POST', path, body, { askSignIn: false });
  } catch (error) {
    if (error instanceof ApiError && (error.status === 400 || error.status === 401))
      throw new Error(refusal);
    throw error;
  }
}
