import { Button, Drawer, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PictureView } from '../../api/shapes/media.ts';
import { request } from '../data/api.ts';
import { queryClient } from '../data/query-client.ts';
import { useMay } from '../data/use-session.ts';
import { LoadFailed, Problem } from '../parts/problem.tsx';
import { Loading } from '../parts/screen.tsx';
import { StoryLine } from '../parts/story-line.tsx';
import { say } from '../parts/toast.tsx';
import { useForm } from '../parts/use-form.ts';
import { useDates } from '../words/dates.ts';
import { useWords } from '../words/use-words.ts';
import { type Focal, FocalPicker } from './focal-picker.tsx';

/** One picture: what it shows, whose it is, where to look, where it is used. */
export function PictureSheet({ id, onClose }: { id: number | undefined; onClose: () => void }) {
  const words = useWords();
  const picture = useQuery({
    queryKey: ['media', id],
    queryFn: ({ signal }) => request<PictureView>('GET', `/media/${id}`, undefined, { signal }),
    enabled: id !== undefined,
  });
  return (
    <Drawer
      opened={id !== undefined}
      onClose={onClose}
      position="right"
      size="lg"
      title={words.media.details}
      closeButtonProps={{ 'aria-label': words.common.close }}
    >
      {picture.data !== undefined ? (
        <Details key={picture.data.id} picture={picture.data} />
      ) : picture.isError ? (
        <LoadFailed error={picture.error} again={() => void picture.refetch()} />
      ) : (
        <Loading />
      )}
    </Drawer>
  );
}

function Details({ picture }: { picture: PictureView }) {
  const words = useWords();
  const dates = useDates();
  const may = useMay();
  const mayChange = may('media.add');
  const [focal, setFocal] = useState<Focal>({ x: picture.focalX, y: picture.focalY });
  const form = useForm(async ({ alt, caption, credit, rights }) => {
    await request('PATCH', `/media/${picture.id}`, {
      alt,
      caption: caption || null,
      credit: credit || null,
      rights: rights || null,
      focalX: focal.x,
      focalY: focal.y,
    });
    say(words.common.saved);
    await queryClient.invalidateQueries({ queryKey: ['media'] });
  });
  const fields = { disabled: !mayChange };
  return (
    <div className="picture-sheet">
      <FocalPicker picture={picture} focal={focal} onChange={mayChange ? setFocal : undefined} />
      <div className="picture-sheet__facts">
        <span>
          <bdi>{words.media.size(dates.number(picture.width), dates.number(picture.height))}</bdi>
        </span>
        {picture.by !== null && (
          <span>{words.media.addedBy(picture.by, dates.near(picture.createdAt))}</span>
        )}
      </div>
      <form className="picture-sheet__form" onSubmit={form.onSubmit}>
        <Textarea
          name="alt"
          rows={3}
          label={words.media.alt}
          description={words.media.altHelp}
          defaultValue={picture.alt}
          error={form.fieldProblem('alt')}
          required
          withAsterisk={false}
          {...fields}
        />
        <Textarea
          name="caption"
          rows={2}
          label={words.media.caption}
          defaultValue={picture.caption ?? ''}
          error={form.fieldProblem('caption')}
          {...fields}
        />
        <TextInput
          name="credit"
          label={words.media.credit}
          defaultValue={picture.credit ?? ''}
          error={form.fieldProblem('credit')}
          {...fields}
        />
        <TextInput
          name="rights"
          label={words.media.rights}
          defaultValue={picture.rights ?? ''}
          error={form.fieldProblem('rights')}
          {...fields}
        />
        <Problem text={form.problem} />
        {mayChange && (
          <Button type="submit" variant="filled" loading={form.isSending}>
            {words.common.save}
          </Button>
        )}
      </form>
      <section>
        <h3>{words.media.usedIn}</h3>
        {picture.usedIn.length === 0 ? (
          <p className="picture-sheet__facts">{words.media.notUsed}</p>
        ) : (
          picture.usedIn.map((story) => <StoryLine key={story.id} story={story} />)
        )}
      </section>
    </div>
  );
}
