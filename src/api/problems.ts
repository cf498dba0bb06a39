import type { ZodError } from 'zod';
import { GateClosed, Refusal, StaleSave } from '../newsroom/errors.ts';
import { issueText } from '../newsroom/issue-text.ts';
import { UnusablePicture } from '../newsroom/media/unusable-picture.ts';

/** An answer that is not what was asked for. */
export interface ProblemAnswer {
  status: 400 | 401 | 403 | 404 | 409 | 429 | 500;
  body: Record<string, unknown>;
}

const codes = { 400: 'invalid', 403: 'forbidden', 404: 'not_found', 409: 'state' } as const;

/** English for those who ask for it; the use cases write Arabic for people, English for shells. */
export const wantsEnglish = (header: string | undefined): boolean =>
  /^\s*en\b/iu.test(header ?? '');

/** What a refusal looks like over HTTP; anything else is ours and says nothing of itself. */
export function problemOf(error: unknown, english: boolean): ProblemAnswer {
  if (error instanceof StaleSave) {
    const { message, hint, yours, theirs, theirVersion, savedBy } = error;
    const told = { code: 'stale', message: english ? hint : message, hint };
    return { status: 409, body: { error: told, yours, theirs, theirVersion, savedBy } };
  }
  if (error instanceof Refusal) {
    const { status, message, hint } = error;
    const told = { code: codes[status], message: english ? hint : message, hint };
    const more = error instanceof GateClosed ? { findings: error.findings } : {};
    return { status, body: { error: told, ...more } };
  }
  if (error instanceof UnusablePicture)
    return { status: 400, body: { error: { code: 'invalid', message: error.message } } };
  const message = english
    ? 'Something went wrong on our side. Your text is kept; try again in a moment.'
    : 'حدث خطأ عندنا. نصّك محفوظ، أعد المحاولة بعد لحظات.';
  return { status: 500, body: { error: { code: 'failed', message } } };
}

export function signedOut(english: boolean, setup: boolean): ProblemAnswer {
  const message = english ? 'Sign in to go on.' : 'سجّل الدخول لتتابع.';
  return { status: 401, body: { error: { code: 'signed_out', message }, setup } };
}

export function throttled(english: boolean): ProblemAnswer {
  const message = english
    ? 'Too many tries. Wait a minute, then try again.'
    : 'محاولات كثيرة في وقت قصير. انتظر دقيقة ثم حاول مجدداً.';
  return { status: 429, body: { error: { code: 'throttled', message } } };
}

/** What the schema refuses, by field. */
export function invalidInput(error: ZodError, english: boolean): ProblemAnswer {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) fields[issue.path.join('.')] ??= issueText(issue, english);
  const [path, first] = Object.entries(fields)[0] ?? ['', ''];
  const where = path === '' ? '' : ` (${path})`;
  const message = english ? `Not accepted${where}: ${first}` : `لم يُقبل ما أُرسل${where}: ${first}`;
  return { status: 400, body: { error: { code: 'invalid', message, fields } } };
}
