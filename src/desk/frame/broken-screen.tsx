import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { ApiError } from '../data/api.ts';
import { EntryPage } from '../entry/entry-page.tsx';
import { useWords } from '../words/use-words.ts';

/** A screen that could not be shown, and the way on. */
export function BrokenScreen({ error, reset }: { error: unknown; reset: () => void }) {
  const words = useWords();
  const isOurs = error instanceof ApiError;
  return (
    <EntryPage title={words.errors.title} help={isOurs ? error.message : words.errors.broken}>
      <Button mt="md" onClick={() => (isOurs ? reset() : location.reload())}>
        {isOurs ? words.common.retry : words.common.reload}
      </Button>
    </EntryPage>
  );
}

export function NoSuchScreen() {
  const words = useWords();
  return (
    <EntryPage title={words.errors.notFound}>
      <Link className="entry-form__link" to="/">
        {words.common.today}
      </Link>
    </EntryPage>
  );
}
