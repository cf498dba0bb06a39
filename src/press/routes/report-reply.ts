import type { PublicComment } from '../../newsroom/comments/comment.ts';
import { reportComment, reportReasonFrom } from '../../newsroom/comments/report.ts';
import { readReply } from '../../newsroom/comments/thread.ts';
import { storyLink } from '../../newsroom/publications/addresses.ts';
import type { StoryLink } from '../../newsroom/publications/views.ts';
import { reportedPage, reportPage } from '../pages/report-page.tsx';
import { callerOf } from './caller.ts';
import { contextOf } from './context.ts';
import { notFound } from './notices.ts';
import type { Press, PressApp, PressRequest } from './press.ts';
import { readForm } from './read-form.ts';
import { askedStory, replyPattern } from './replies.ts';
import { html, respondOnce } from './respond-once.ts';

/** `…/replies/{N}/report`: a reader tells the moderators of a reply. */
export function addReportRoutes(app: PressApp, press: Press): void {
  const found = async (
    c: PressRequest,
  ): Promise<{ story: StoryLink; reply: PublicComment } | null> => {
    const { read } = press.store;
    const story = await storyLink(read, askedStory(c).id);
    if (story === null) return null;
    const reply = await readReply(read, story.id, Number(c.req.param('reply')));
    return reply === null ? null : { story, reply };
  };

  app.get(`${replyPattern}/report`, async (c) => {
    const reported = await found(c);
    if (reported === null) return notFound(c, press);
    const ctx = await contextOf(c, press, '/report');
    return respondOnce(c, { status: 200, contentType: html, body: reportPage(ctx, reported) });
  });

  app.post(`${replyPattern}/report`, async (c) => {
    const form = await readForm(c.env.incoming);
    const reported = await found(c);
    if (reported === null) return notFound(c, press);
    const ctx = await contextOf(c, press, '/report');
    const fields = form.kind === 'form' ? form.fields : new URLSearchParams();
    const note = fields.get('note') ?? '';
    const reason = reportReasonFrom(fields.get('reason') ?? '');
    if (reason === null) {
      const body = reportPage(ctx, { ...reported, typed: note });
      return respondOnce(c, { status: 422, contentType: html, body });
    }
    const address = callerOf(c.env.incoming);
    await reportComment(press.replies, { commentId: reported.reply.id, reason, note, address });
    return respondOnce(c, { status: 200, contentType: html, body: reportedPage(ctx, reported) });
  });
}
