import { useCallback, useRef, useState } from 'react';
import type { Picture } from '../../api/shapes/media.ts';
import { queryClient } from '../data/query-client.ts';
import { currentWords } from '../words/use-words.ts';
import { pictureTypes, type Upload, uploadPicture } from './upload.ts';

export interface Sending {
  key: number;
  name: string;
  /** 0 to 1. */
  part: number;
  /** Why it was not taken. */
  problem: string | null;
}

/** Uploads under way, and those that failed until somebody has read why. */
export function useUploads(onDone?: (picture: Picture) => void) {
  const [sending, setSending] = useState<readonly Sending[]>([]);
  const uploads = useRef(new Map<number, Upload>());
  const next = useRef(1);
  const change = useCallback(
    (key: number, to: Partial<Sending> | null) =>
      setSending((all) =>
        all.flatMap((one) => (one.key !== key ? [one] : to === null ? [] : [{ ...one, ...to }])),
      ),
    [],
  );
  const add = useCallback(
    (files: Iterable<File>) => {
      for (const file of files) {
        const key = next.current++;
        const isPicture = pictureTypes.split(',').includes(file.type);
        const problem = isPicture ? null : currentWords().media.notPicture;
        setSending((all) => [...all, { key, name: file.name, part: 0, problem }]);
        if (!isPicture) continue;
        const upload = uploadPicture(file, (part) => change(key, { part }));
        uploads.current.set(key, upload);
        upload.done
          .then((picture) => {
            change(key, null);
            void queryClient.invalidateQueries({ queryKey: ['media'] });
            onDone?.(picture);
          })
          .catch((error: unknown) =>
            change(key, { problem: error instanceof Error ? error.message : String(error) }),
          )
          .finally(() => uploads.current.delete(key));
      }
    },
    [change, onDone],
  );
  const drop = (key: number): void => {
    uploads.current.get(key)?.stop();
    change(key, null);
  };
  return { sending, add, drop };
}
