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
