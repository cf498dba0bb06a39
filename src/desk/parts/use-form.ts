import { type FormEvent, useState } from 'react';
import { ApiError } from '../data/api.ts';

export interface FormState {
  onSubmit(event: FormEvent<HTMLFormElement>): void;
  isSending: boolean;
  /** What is wrong as a whole; what belongs to a field stands at the field. */
  problem: string | null;
  fieldProblem(name: string): string | null;
}

/**
 * Sends a form. The fields keep their own text, so nothing typed is lost when it is refused.
 * @param send gets the fields as text; what it throws is shown.
 */
export function useForm(
  send: (fields: Record<string, string>, form: HTMLFormElement) => Promise<void>,
): FormState {
  const [isSending, setSending] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const fields = error instanceof ApiError ? error.fields : {};
  return {
    isSending,
    onSubmit(event) {
      event.preventDefault();
      const form = event.currentTarget;
      if (isSending) return;
      const texts: Record<string, string> = {};
      for (const [name, value] of new FormData(form))
        if (typeof value === 'string') texts[name] = value;
      setSending(true);
      setError(null);
      send(texts, form)
        .catch((reason: unknown) => {
          const failed = reason instanceof Error ? reason : new Error(String(reason));
          setError(failed);
          const [first] = failed instanceof ApiError ? Object.keys(failed.fields) : [];
          const field = first === undefined ? null : form.elements.namedItem(first);
          if (field instanceof HTMLElement) field.focus();
        })
        .finally(() => setSending(false));
    },
    problem: error !== null && Object.keys(fields).length === 0 ? error.message : null,
    fieldProblem: (name) => fields[name] ?? null,
  };
}
