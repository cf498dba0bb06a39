import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ReaderData } from '../../api/shapes/comments.ts';
import { request } from '../data/api.ts';
import { queryClient } from '../data/query-client.ts';
import { Problem } from '../parts/problem.tsx';
import { SheetForm } from '../parts/sheet-form.tsx';
import { say } from '../parts/toast.tsx';
import { useForm } from '../parts/use-form.ts';
import { When } from '../parts/when.tsx';
import { nouns, useCount } from '../words/counts.ts';
import { useWords } from '../words/use-words.ts';

/** Everything that is kept about one address: shown, handed out, erased. */
export function ReaderDataPart() {
  const words = useWords();
  const texts = words.readers;
  const [data, setData] = useState<ReaderData | null>(null);
  const [isErasing, setErasing] = useState(false);
  const form = useForm(async ({ email }) => {
    setData(await request<ReaderData>('POST', '/comments/reader-data', { email }));
  });
  return (
    <section className="part readers__data">
      <h2>{texts.data}</h2>
      <p>{texts.dataHelp}</p>
      <form className="form" onSubmit={form.onSubmit}>
        <TextInput
          name="email"
          type="email"
          dir="ltr"
          autoComplete="off"
          label={texts.address}
          required
          withAsterisk={false}
          maxLength={254}
          error={form.fieldProblem('email')}
        />
        <Problem text={form.problem} />
        <Button type="submit" loading={form.isSending}>
          {texts.show}
        </Button>
      </form>
      {data !== null && <Found data={data} onErase={() => setErasing(true)} />}
      {data !== null && isErasing && (
        <EraseForm
          email={data.email}
          onClose={() => setErasing(false)}
          onErased={() => {
            setErasing(false);
            setData(null);
          }}
        />
      )}
    </section>
  );
}

function Found({ data, onErase }: { data: ReaderData; onErase: () => void }) {
  const words = useWords();
  const count = useCount();
  const texts = words.readers;
  const states: Record<string, string> = words.replies.states;
  if (data.reader === null && data.replies.length === 0)
    return <p role="status">{texts.nothing}</p>;
  return (
    <div className="form" role="status">
      <p>{texts.found(count(data.replies.length, nouns.replies))}</p>
      <ul className="rows">
        {data.replies.map(({ id, story, text, state, createdAt }) => (
          <li key={id}>
            <div className="rows__main">
              <strong dir="auto">{story.headline}</strong>
              <p dir="auto">{text}</p>
              <p className="rows__facts">
                <span>{states[state] ?? state}</span>
                <When at={createdAt} />
              </p>
            </div>
          </li>
        ))}
      </ul>
      <div className="rows__actions">
        <Button onClick={() => download(data)}>{texts.download}</Button>
        <Button color="accent" onClick={onErase}>
          {texts.erase}
        </Button>
      </div>
    </div>
  );
}

function EraseForm(props: { email: string; onClose: () => void; onErased: () => void }) {
  const { email, onClose, onErased } = props;
  const words = useWords();
  const texts = words.readers;
  const form = useForm(async () => {
    await request('POST', '/comments/reader-data/erase', { email });
    await queryClient.invalidateQueries({ queryKey: ['comments'] });
    say(texts.erased);
    onErased();
  });
  return (
    <SheetForm
      title={texts.erase}
      help={texts.eraseSure}
      form={form}
      submit={texts.eraseNow}
      onClose={onClose}
    >
      <p dir="ltr">{email}</p>
    </SheetForm>
  );
}

/** Hands the data over as a file, made in this window. */
function download(data: ReaderData): void {
  const url = URL.createObjectURL(
    new Blob([JSON.stringify(data, null, 2)], { type: 'application/json' }),
  );
  const link = document.createElement('a');
  link.href = url;
  link.download = 'reader.json';
  link.click();
  URL.revokeObjectURL(url);
}
