import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type DragEvent, useDeferredValue, useRef, useState } from 'react';
import type { Picture, PictureList } from '../../../api/shapes/media.ts';
import { request } from '../../data/api.ts';
import { useMay } from '../../data/use-session.ts';
import { PictureGrid } from '../../media/picture-grid.tsx';
import { pictureTypes } from '../../media/upload.ts';
import { UploadList } from '../../media/upload-list.tsx';
import { useUploads } from '../../media/use-uploads.ts';
import { TextField } from '../parts/field.tsx';
import { Overlay } from '../parts/overlay.tsx';
import { useEditorWords } from '../use-editor-words.ts';

/** A picture out of the archive, or a new one. */
export function PicturePicker(props: {
  onChoose: (picture: Picture) => void;
  onClose: () => void;
}) {
  const words = useEditorWords();
  const may = useMay();
  const [text, setText] = useState('');
  const q = useDeferredValue(text.trim());
  const files = useRef<HTMLInputElement>(null);
  const uploads = useUploads(props.onChoose);
  const list = useQuery({
    queryKey: ['media', 'pick', q],
    queryFn: ({ signal }) =>
      request<PictureList>('GET', `/media?${new URLSearchParams({ q, limit: '60' })}`, undefined, {
        signal,
      }),
    placeholderData: keepPreviousData,
  });
  const pictures = list.data?.rows ?? [];
  const mayAdd = may('media.add');
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    if (mayAdd) uploads.add(event.dataTransfer.files);
  };
  return (
    <Overlay
      title={words.picture.choose}
      size="medium"
      onClose={props.onClose}
      actions={
        mayAdd && (
          <button type="button" className="ghost-button" onClick={() => files.current?.click()}>
            {words.picture.upload}
          </button>
        )
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: files are dropped here; the button does the same. */}
      <div
        className="picture-picker"
        onDragOver={(event) => event.preventDefault()}
        onDrop={onDrop}
      >
        <input
          ref={files}
          type="file"
          accept={pictureTypes}
          hidden
          onChange={(event) => {
            uploads.add(event.currentTarget.files ?? []);
            event.currentTarget.value = '';
          }}
        />
        <TextField
          label={words.picture.search}
          type="search"
          value={text}
          onChange={setText}
          help={mayAdd ? words.picture.drop : undefined}
        />
        <UploadList sending={uploads.sending} drop={uploads.drop} />
        {list.isError && <p role="alert">{list.error.message}</p>}
        {list.isSuccess && pictures.length === 0 && (
          <p>{q === '' ? words.picture.empty : words.picture.none}</p>
        )}
        <PictureGrid
          pictures={pictures}
          onChoose={(id) => {
            const picture = pictures.find((one) => one.id === id);
            if (picture !== undefined) props.onChoose(picture);
          }}
        />
      </div>
    </Overlay>
  );
}
