import type { Picture } from '../../api/shapes/media.ts';
import { ApiError, problemOf } from '../data/api.ts';
import { signInAgain } from '../data/signed-out.ts';
import { currentLanguage } from '../words/language.ts';
import { currentWords } from '../words/use-words.ts';

/** Kinds of files that the archive takes. */
export const pictureTypes = 'image/jpeg,image/png,image/webp,image/avif,image/gif';

export interface Upload {
  done: Promise<Picture>;
  stop: () => void;
}

/**
 * Sends a picture to the archive.
 * @param onProgress gets the part that is sent, 0 to 1. (`fetch` tells nothing of it.)
 * @throws ApiError; its code is 'offline' too when it was stopped
 */
export function uploadPicture(file: File, onProgress: (part: number) => void): Upload {
  const asking = new XMLHttpRequest();
  let isStopped = false;
  const send = (): Promise<Picture> =>
    new Promise((resolve, reject) => {
      asking.open('POST', `/api/v1/media?name=${encodeURIComponent(file.name.slice(0, 300))}`);
      asking.setRequestHeader('content-type', file.type || 'application/octet-stream');
      asking.setRequestHeader('accept-language', currentLanguage());
      asking.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
      asking.onload = () => {
        if (asking.status === 401) signInAgain().then(send).then(resolve, reject);
        else if (asking.status === 201) resolve(parsed(asking.responseText) as Picture);
        else reject(problemOf(asking.status, parsed(asking.responseText)));
      };
      const lost = () =>
        reject(new ApiError(currentWords().errors.offline, { status: 0, code: 'offline' }));
      asking.onerror = lost;
      asking.onabort = lost;
      if (isStopped) lost();
      else asking.send(file);
    });
  return {
    done: send(),
    stop: () => {
      isStopped = true;
      asking.abort();
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
