import { Button, Checkbox, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PageAnswer, PageRow } from '../../api/shapes/taxonomy.ts';
import { ApiError, request } from '../data/api.ts';
import { queryClient } from '../data/query-client.ts';
import { useMay } from '../data/use-session.ts';
import { LoadFailed } from '../parts/problem.tsx';
import { EmptyState, Loading, Screen } from '../parts/screen.tsx';
import { SheetForm } from '../parts/sheet-form.tsx';
import { say } from '../parts/toast.tsx';
import { useForm } from '../parts/use-form.ts';
import { When } from '../parts/when.tsx';
import { useWords } from '../words/use-words.ts';
import { bodyOf, linesOf } from './plain-body.ts';
import '../parts/form.css';

/** Standing pages: who we are, how to reach us. */
export function PagesScreen() {
  const words = useWords();
  const mayEdit = useMay()('page.edit');
  const [open, setOpen] = useState<number | 'new' | null>(null);
  const list = useQuery({
    queryKey: ['pages'],
    queryFn: ({ signal }) => request<{ rows: PageRow[] }>('GET', '/pages', undefined, { signal }),
  });
  return (
    <Screen
      title={words.pages.title}
      help={words.pages.help}
      actions={
        mayEdit && (
          <Button variant="filled" onClick={() => setOpen('new')}>
            {words.pages.add}
          </Button>
        )
      }
    >
      {list.isPending ? (
        <Loading />
      ) : list.data === undefined ? (
        <LoadFailed error={list.error} again={() => void list.refetch()} />
      ) : list.data.rows.length === 0 ? (
        <EmptyState text={words.pages.empty} />
      ) : (
        <ul className="rows" aria-label={words.pages.title}>
          {list.data.rows.map((page) => (
            <li key={page.id}>
              <div className="rows__main">
                <strong dir="auto">{page.title}</strong>
                <p className="rows__facts">
                  <a href={`/page/${encodeURIComponent(page.slug)}`} target="_blank" rel="noopener">
                    <bdi>/page/{page.slug}</bdi>
                  </a>
                  {page.inFooter && <span>{words.pages.inFooter}</span>}
                  <When at={page.updatedAt} />
                </p>
              </div>
              {mayEdit && (
                <Button
                  size="xs"
                  aria-label={`${words.common.edit}: ${page.title}`}
                  onClick={() => setOpen(page.id)}
                >
                  {words.common.edit}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {open === 'new' && <PageForm page={null} onClose={() => setOpen(null)} />}
      {typeof open === 'number' && <EditPage id={open} onClose={() => setOpen(null)} />}
    </Screen>
  );
}

function EditPage({ id, onClose }: { id: number; onClose: () => void }) {
  const page = useQuery({
    queryKey: ['pages', id],
    queryFn: ({ signal }) => request<PageAnswer>('GET', `/pages/${id}`, undefined, { signal }),
    // What is being typed must not be replaced under the hands.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  return page.data === undefined ? null : <PageForm page={page.data} onClose={onClose} />;
}

function PageForm({ page, onClose }: { page: PageAnswer | null; onClose: () => void }) {
  const words = useWords();
  const lines = page === null ? '' : linesOf(page.body);
  const form = useForm(async ({ title, body = '', inFooter }) => {
    const input = {
      title,
      body: lines === null ? page?.body : bodyOf(body),
      inFooter: inFooter === 'on',
      position: page?.position ?? 0,
    };
    try {
      if (page === null) await request('POST', '/pages', input);
      else await request('PUT', `/pages/${page.id}`, { ...input, version: page.version });
    } catch (error) {
      if (error instanceof ApiError && error.status === 409) throw new Error(words.pages.stale);
      throw error;
    }
    await queryClient.invalidateQueries({ queryKey: ['pages'] });
    say(words.common.saved);
    onClose();
  });
  return (
    <SheetForm
      title={page?.title ?? words.pages.add}
      form={form}
      submit={words.common.save}
      onClose={onClose}
    >
      <TextInput
        name="title"
        label={words.pages.pageTitle}
        defaultValue={page?.title ?? ''}
        maxLength={200}
        required
        withAsterisk={false}
        data-autofocus
        error={form.fieldProblem('title')}
      />
      {lines === null ? (
        <p className="form__help">{words.pages.keepsMore}</p>
      ) : (
        <Textarea
          name="body"
          label={words.pages.body}
          description={words.pages.bodyHelp}
          defaultValue={lines}
          rows={12}
          error={form.fieldProblem('body')}
        />
      )}
      <Checkbox
        name="inFooter"
        label={words.pages.inFooter}
        defaultChecked={page?.inFooter ?? true}
      />
    </SheetForm>
  );
}
