import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Redirect } from '../../api/shapes/taxonomy.ts';
import { request } from '../data/api.ts';
import { queryClient } from '../data/query-client.ts';
import { LoadFailed, Problem } from '../parts/problem.tsx';
import { EmptyState, Loading } from '../parts/screen.tsx';
import { say, sayError } from '../parts/toast.tsx';
import { useForm } from '../parts/use-form.ts';
import { useWords } from '../words/use-words.ts';
import '../parts/form.css';

const reload = () => queryClient.invalidateQueries({ queryKey: ['redirects'] });
const readable = (path: string): string => {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
};

/** Old addresses that lead to the new. */
export function Redirects() {
  const words = useWords();
  const list = useQuery({
    queryKey: ['redirects'],
    queryFn: ({ signal }) =>
      request<{ rows: Redirect[] }>('GET', '/redirects', undefined, { signal }),
  });
  const form = useForm(async ({ from, to }, element) => {
    await request('POST', '/redirects', { from, to });
    element.reset();
    await reload();
  });
  const remove = async ({ from, to }: Redirect): Promise<void> => {
    try {
      await request('DELETE', `/redirects?from=${encodeURIComponent(from)}`);
      say(words.terms.removed(readable(from)), {
        undo: () => void request('POST', '/redirects', { from, to }).then(reload).catch(sayError),
      });
      await reload();
    } catch (error) {
      sayError(error);
    }
  };
  return (
    <>
      <p className="form__help">{words.redirects.help}</p>
      <form className="form part" onSubmit={form.onSubmit}>
        <div className="form__pair">
          {(['from', 'to'] as const).map((name) => (
            <TextInput
              key={name}
              name={name}
              dir="ltr"
              label={words.redirects[name]}
              placeholder={name === 'from' ? '/2019/خبر-قديم' : '/12'}
              required
              withAsterisk={false}
              error={form.fieldProblem(name)}
            />
          ))}
        </div>
        <Problem text={form.problem} />
        <Button type="submit" loading={form.isSending}>
          {words.redirects.add}
        </Button>
      </form>
      {list.isPending ? (
        <Loading />
      ) : list.data === undefined ? (
        <LoadFailed error={list.error} again={() => void list.refetch()} />
      ) : list.data.rows.length === 0 ? (
        <EmptyState text={words.redirects.empty} />
      ) : (
        <ul className="rows" aria-label={words.redirects.title}>
          {list.data.rows.map((one) => (
            <li key={one.from}>
              <div className="rows__main">
                <strong dir="ltr">
                  <bdi>{readable(one.from)}</bdi>
                </strong>
                <p dir="ltr">
                  <bdi>{readable(one.to)}</bdi>
                </p>
              </div>
              <Button
                size="xs"
                variant="subtle"
                aria-label={`${words.common.remove}: ${readable(one.from)}`}
                onClick={() => void remove(one)}
              >
                {words.common.remove}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
