import { CloseButton } from '@mantine/core';
import { useWords } from '../words/use-words.ts';
import type { Sending } from './use-uploads.ts';
import './upload-list.css';

/** What is being sent, and what was not taken and why. */
export function UploadList(props: { sending: readonly Sending[]; drop: (key: number) => void }) {
  const words = useWords();
  return (
    <ul className="upload-list" aria-live="polite">
      {props.sending.map(({ key, name, part, problem }) => (
        <li key={key} data-problem={problem !== null || undefined}>
          <bdi>{name}</bdi>
          {problem === null ? (
            <progress value={part} aria-label={`${words.media.uploading} ${name}`} />
          ) : (
            <span>{problem}</span>
          )}
          <CloseButton
            size="sm"
            aria-label={problem === null ? words.media.cancelUpload : words.media.dismiss}
            onClick={() => props.drop(key)}
          />
        </li>
      ))}
    </ul>
  );
}
