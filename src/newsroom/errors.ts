import type { StoryContent } from './stories/story.ts';

/**
 * What a use case answers when it will not do what was asked. `message` is for
 * the person at the desk; `hint` is the same in English for the shell and logs.
 */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly status: 400 | 403 | 404 | 409;
  readonly hint: string;

  constructor(status: 400 | 403 | 404 | 409, message: string, hint: string) {
    super(message);
    this.status = status;
    this.hint = hint;
  }
}

export const notFound = (what: string, hint: string): Refusal => new Refusal(404, what, hint);
export const forbidden = (hint: string): Refusal =>
  new Refusal(403, 'لا تتيح لك صلاحياتك هذا الإجراء. اطلبه من رئيس التحرير.', hint);
export const invalid = (message: string, hint: string): Refusal => new Refusal(400, message, hint);

/** Somebody saved first. Carries both texts, so that nothing is lost. */
export class StaleSave extends Refusal {
  override name = 'StaleSave';
  readonly yours: StoryContent;
  readonly theirs: StoryContent;
  readonly theirVersion: number;
  readonly savedBy: string;

  constructor(
    yours: StoryContent,
    theirs: { content: StoryContent; version: number; savedBy: string },
  ) {
    super(
      409,
      `حفظ ${theirs.savedBy} نسخة أحدث من هذه المادة. قارن النصّين واختر، فكلاهما محفوظ.`,
      `A newer version (${theirs.version}) was saved by ${theirs.savedBy}; reload it and merge.`,
    );
    this.yours = yours;
    this.theirs = theirs.content;
    this.theirVersion = theirs.version;
    this.savedBy = theirs.savedBy;
  }
}

/** What a gate of the house style found, and nobody has mended or waived. */
export interface GateFinding {
  rule: string;
  text: string;
  message: string;
  fixes: string[];
}

const mostNamed = 5;

/** The house lets this text not out. */
export class GateClosed extends Refusal {
  override name = 'GateClosed';
  readonly findings: readonly GateFinding[];

  constructor(findings: readonly GateFinding[]) {
    const named = [
      ...new Set(findings.map(({ text, message }) => (text.trim() === '' ? message : `«${text}»`))),
    ];
    const rest = named.length > mostNamed ? ' وغيرها' : '';
    super(
      409,
      `في النصّ ما يمنع أسلوب الصحيفة نشره: ${named.slice(0, mostNamed).join('، ')}${rest}. أصلحه، أو تجاوزه بسبب في لوحة التدقيق.`,
      `The house style lets no text out with: ${named.slice(0, mostNamed).join(', ')}. Mend it, or waive it with a reason.`,
    );
    this.findings = findings;
  }
}
