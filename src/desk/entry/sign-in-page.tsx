import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { request } from '../data/api.ts';
import { queryClient } from '../data/query-client.ts';
import { sessionQuery } from '../data/use-session.ts';
import { useWords } from '../words/use-words.ts';
import { EntryPage } from './entry-page.tsx';
import { SignInForm } from './sign-in-form.tsx';

export function SignInPage() {
  const words = useWords();
  const navigate = useNavigate();
  const { to, reset } = useSearch({ from: '/sign-in' });
  const setup = useQuery({
    queryKey: ['setup'],
    queryFn: () => request<{ setup: boolean }>('GET', '/setup', undefined, { askSignIn: false }),
  });
  const help = setup.data?.setup === true ? words.entry.notSetUp : undefined;
  return (
    <EntryPage title={words.entry.signIn} help={reset ? words.entry.resetDone : help}>
      <SignInForm
        onDone={async () => {
          await queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 });
          await navigate({ to: to ?? '/' });
        }}
      />
      <p className="entry-form__foot">
        <Link className="entry-form__link" to="/reset">
          {words.entry.forgot}
        </Link>
      </p>
    </EntryPage>
  );
}
