import { Button } from '@mantine/core';
import { useWords } from '../words/use-words.ts';
import './problem.css';

/** What went wrong with a form, at once read out. */
export function Problem({ text }: { text: string | null }) {
  return (
    <p className="problem" role="alert" hidden={text === null}>
      {text}
    </p>
  );
}

/** A screen, or a part of one, that could not be loaded. */
export function LoadFailed({ error, again }: { error: Error; again: () => void }) {
  const words = useWords();
  return (
    <div className="load-failed" role="alert">
      <p>{error.message}</p>
      <Button onClick={again}>{words.common.retry}</Button>
    </div>
  );
}
