import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Phrase } from '../../api/shapes/comments.ts';
import { normalise } from '../../arabic/normalise.ts';
import { request } from '../data/api.ts';
import { queryClient } from '../data/query-client.ts';
import { LoadFailed } from '../parts/problem.tsx';
import { EmptyState, Loading } from '../parts/screen.tsx';
import { SheetForm } from '../parts/sheet-form.tsx';
import { say, sayError } from '../parts/toast.tsx';
import { useForm } from '../parts/use-form.ts';
import { useWords } from '../words/use-words.ts';
import { MarkedText, useFinder, usePhrases } from './marked-text.tsx';
import './phrases.css';

const reload = () => queryClient.invalidateQueries({ queryKey: ['phrases'] });

/** The lists of words that replies are searched for, and a box to try them in. */
export function Phrases() {
  const words = useWords();
  const texts = words.phrases;
  const phrases = usePhrases();
  const [open, setOpen] = useState<Phrase | 'new' | null>(null);
  if (phrases.isPending) return <Loading />;
  if (phrases.data === undefined)
    return <LoadFailed error={phrases.error} again={() => void phrases.refetch()} />;
  return (
    <div className="phrases">
      <section>
        <Button variant="filled" onClick={() => setOpen('new')}>
          {texts.add}
        </Button>
        <PhraseList rows={phrases.data} onOpen={setOpen} />
      </section>
      <TestBox phrases={phrases.data} />
      {open !== null && (
        <PhraseForm phrase={open === 'new' ? null : open} onClose={() => setOpen(null)} />
      )}
    </div>
  );
}

/** Shows what hits a text as it is typed: the same search as in the pipeline, here in the window. */
function TestBox({ phrases }: { phrases: readonly Phrase[] }) {
  const words = useWords();
  const texts = words.phrases;
  const [text, setText] = useState('');
  const hits = useFinder(phrases)(text);
  const found = [...new Map(hits.map(({ phrase }) => [phrase.id, phrase])).values()];
  const isRejected = found.some(({ kind }) => kind === 'banned');
  return (
    <section className="phrases__test">
      <h2>{texts.test}</h2>
      <p>{texts.testHelp}</p>
      <Textarea
        label={texts.testText}
        value={text}
        maxLength={5000}
        rows={4}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div role="status">
        {text.trim() !== '' && (
          <>
            <p className="reply-text" dir="auto">
              <MarkedText text={text} hits={hits} />
            </p>
            <p className="phrases__verdict">
              {found.length === 0 ? texts.clean : isRejected ? texts.rejects : texts.holds}
            </p>
          </>
        )}
        {found.length > 0 && (
          <ul className="rows" aria-label={texts.hits}>
            {found.map((phrase) => (
              <li key={phrase.id}>
                <bdi>{phrase.phrase}</bdi>
                <span className="rows__facts">{texts.kinds[phrase.kind]}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}

function PhraseList({ rows, onOpen }: { rows: readonly Phrase[]; onOpen: (one: Phrase) => void }) {
  const words = useWords();
  const texts = words.phrases;
  const [wanted, setWanted] = useState('');
  const bare = normalise(wanted).trim();
  const shown = rows.filter(({ phrase }) => normalise(phrase).includes(bare));
  if (rows.length === 0) return <EmptyState text={texts.empty} />;
  return (
    <>
      {rows.length > 8 && (
        <TextInput
          mt="md"
          type="search"
          aria-label={texts.find}
          placeholder={texts.find}
          value={wanted}
          onChange={(event) => setWanted(event.currentTarget.value)}
        />
      )}
      {shown.length === 0 && <EmptyState text={texts.noneFound} />}
      <ul className="rows" aria-label={words.replies.parts.words}>
        {shown.map((phrase) => (
          <li key={phrase.id}>
            <div className="rows__main">
              <strong dir="auto">{phrase.phrase}</strong>
              <p>
                {texts.kinds[phrase.kind]}
                {phrase.note !== null && (
                  <>
                    {' · '}
                    <bdi>{phrase.note}</bdi>
                  </>
                )}
              </p>
            </div>
            <div className="rows__actions">
              <Button
                size="xs"
                aria-label={`${words.common.edit}: ${phrase.phrase}`}
                onClick={() => onOpen(phrase)}
              >
                {words.common.edit}
              </Button>
              <Button
                size="xs"
                variant="subtle"
                aria-label={`${words.common.remove}: ${phrase.phrase}`}
                onClick={() => void remove(phrase, texts.removed(phrase.phrase))}
              >
                {words.common.remove}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

function PhraseForm({ phrase, onClose }: { phrase: Phrase | null; onClose: () => void }) {
  const words = useWords();
  const texts = words.phrases;
  const form = useForm(async ({ phrase: said, kind, note }) => {
    const body = { phrase: said, kind, note: note || null };
    if (phrase === null) await request('POST', '/comments/phrases', body);
    else await request('PUT', `/comments/phrases/${phrase.id}`, body);
    await reload();
    say(words.common.saved);
    onClose();
  });
  return (
    <SheetForm
      title={phrase?.phrase ?? texts.add}
      form={form}
      submit={words.common.save}
      onClose={onClose}
    >
      <TextInput
        name="phrase"
        label={texts.phrase}
        defaultValue={phrase?.phrase ?? ''}
        maxLength={120}
        required
        withAsterisk={false}
        data-autofocus
        error={form.fieldProblem('phrase')}
      />
      <NativeSelect
        name="kind"
        label={texts.kind}
        defaultValue={phrase?.kind ?? 'suspect'}
        data={(['suspect', 'banned'] as const).map((value) => ({
          value,
          label: texts.kindHelp[value],
        }))}
      />
      <TextInput
        name="note"
        label={`${texts.note} (${words.common.optional})`}
        defaultValue={phrase?.note ?? ''}
        maxLength={300}
        error={form.fieldProblem('note')}
      />
    </SheetForm>
  );
}

async function remove({ id, phrase, kind, note }: Phrase, said: string): Promise<void> {
  try {
    await request('DELETE', `/comments/phrases/${id}`);
    const undo = (): void => {
      request('POST', '/comments/phrases', { phrase, kind, note }).then(reload).catch(sayError);
    };
    say(said, { undo });
    await reload();
  } catch (error) {
    sayError(error);
  }
}
