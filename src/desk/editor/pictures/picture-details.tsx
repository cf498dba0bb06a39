import { useState } from 'react';
import type { PictureView } from '../../../api/shapes/media.ts';
import { request } from '../../data/api.ts';
import { queryClient } from '../../data/query-client.ts';
import { useMay } from '../../data/use-session.ts';
import { type Focal, FocalPicker } from '../../media/focal-picker.tsx';
import { Problem } from '../../parts/problem.tsx';
import { say } from '../../parts/toast.tsx';
import { useWords } from '../../words/use-words.ts';
import { TextField } from '../parts/field.tsx';
import { Overlay } from '../parts/overlay.tsx';
import { useEditorWords } from '../use-editor-words.ts';
import '../../media/media-screen.css';

/** What is known of a picture: in this story, and in the archive for all. */
export function PictureDetails(props: {
  picture: PictureView;
  alt: string;
  onAlt: (alt: string) => void;
  onClose: () => void;
}) {
  const { picture, onAlt, onClose } = props;
  const words = useEditorWords();
  const desk = useWords();
  const may = useMay();
  const mayChange = may('media.add');
  const [alt, setAlt] = useState(props.alt);
  const [archiveAlt, setArchiveAlt] = useState(picture.alt);
  const [credit, setCredit] = useState(picture.credit ?? '');
  const [rights, setRights] = useState(picture.rights ?? '');
  const [focal, setFocal] = useState<Focal>({ x: picture.focalX, y: picture.focalY });
  const [problem, setProblem] = useState<string | null>(null);
  const save = async (): Promise<void> => {
    onAlt(alt.trim());
    try {
      if (mayChange)
        await request('PATCH', `/media/${picture.id}`, {
          alt: archiveAlt,
          credit: credit || null,
          rights: rights || null,
          focalX: focal.x,
          focalY: focal.y,
        });
      await queryClient.invalidateQueries({ queryKey: ['media'] });
      say(desk.common.saved);
      onClose();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  const disabled = { isDisabled: !mayChange };
  return (
    <Overlay title={words.picture.details} size="medium" onClose={onClose}>
      <TextField
        label={words.picture.alt}
        help={words.picture.altHelp}
        placeholder={picture.alt}
        value={alt}
        onChange={setAlt}
        maxLength={1000}
        isLong
      />
      <h3 className="overlay__part">{words.picture.archive}</h3>
      <FocalPicker picture={picture} focal={focal} onChange={mayChange ? setFocal : undefined} />
      <TextField
        label={desk.media.alt}
        help={desk.media.altHelp}
        value={archiveAlt}
        onChange={setArchiveAlt}
        maxLength={1000}
        isLong
        {...disabled}
      />
      <TextField
        label={desk.media.credit}
        value={credit}
        onChange={setCredit}
        maxLength={300}
        {...disabled}
      />
      <TextField
        label={desk.media.rights}
        value={rights}
        onChange={setRights}
        maxLength={300}
        {...disabled}
      />
      <Problem text={problem} />
      <div className="overlay__foot">
        <button type="button" className="ink-button" onClick={() => void save()}>
          {desk.common.save}
        </button>
      </div>
    </Overlay>
  );
}
