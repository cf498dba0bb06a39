import { Button, NativeSelect, TextInput } from '@mantine/core';
import { request } from '../data/api.ts';
import { queryClient } from '../data/query-client.ts';
import { useSession } from '../data/use-session.ts';
import { Problem } from '../parts/problem.tsx';
import { say } from '../parts/toast.tsx';
import { useForm } from '../parts/use-form.ts';
import { useWords } from '../words/use-words.ts';
import '../parts/form.css';

/** What replies wait for in the whole newspaper, how they stand, and when they close. */
export function ReplySettings() {
  const words = useWords();
  const { settings } = useSession();
  const texts = words.replySettings;
  const form = useForm(async ({ commentsCloseAfterDays, ...fields }) => {
    await request('PATCH', '/settings', {
      ...fields,
      commentsCloseAfterDays: Number(commentsCloseAfterDays),
    });
    await queryClient.invalidateQueries({ queryKey: ['session'] });
    say(words.settings.saved);
  });
  return (
    <form className="form" onSubmit={form.onSubmit}>
      <p className="form__help">{texts.help}</p>
      <NativeSelect
        name="comments"
        label={texts.policy}
        defaultValue={settings.comments}
        data={Object.entries(texts.policies).map(([value, label]) => ({ value, label }))}
      />
      <div className="form__pair">
        <TextInput
          name="commentsCloseAfterDays"
          type="number"
          min={0}
          max={3650}
          dir="ltr"
          label={texts.closeAfter}
          description={texts.closeAfterHelp}
          defaultValue={String(settings.commentsCloseAfterDays)}
          error={form.fieldProblem('commentsCloseAfterDays')}
        />
        <NativeSelect
          name="commentOrder"
          label={texts.order}
          description={texts.orderHelp}
          defaultValue={settings.commentOrder}
          data={Object.entries(texts.orders).map(([value, label]) => ({ value, label }))}
        />
      </div>
      <NativeSelect
        name="replyChallenge"
        label={texts.challenge}
        description={texts.challengeHelp}
        defaultValue={settings.replyChallenge}
        data={Object.entries(texts.challenges).map(([value, label]) => ({ value, label }))}
      />
      <TextInput
        name="replyCheckUrl"
        type="url"
        dir="ltr"
        label={`${texts.check} (${words.common.optional})`}
        description={texts.checkHelp}
        defaultValue={settings.replyCheckUrl}
        maxLength={1000}
        error={form.fieldProblem('replyCheckUrl')}
      />
      <Problem text={form.problem} />
      <Button type="submit" variant="filled" loading={form.isSending}>
        {words.common.save}
      </Button>
    </form>
  );
}
