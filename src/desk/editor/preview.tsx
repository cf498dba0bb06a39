import { useEffect, useRef, useState } from 'react';
import type { StoryContent } from '../../api/shapes/stories.ts';
import { request } from '../data/api.ts';
import { Overlay } from './parts/overlay.tsx';
import { useEditorWords } from './use-editor-words.ts';
import './preview.css';

/** The story's page as the press makes it, of a text that readers do not have. */
export function Preview(props: {
  id: number;
  title: string;
  content: () => StoryContent;
  onClose: () => void;
}) {
  const { id, title, content, onClose } = props;
  const words = useEditorWords();
  const [device, setDevice] = useState<'phone' | 'desktop'>(innerWidth < 768 ? 'phone' : 'desktop');
  const [url, setUrl] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const text = useRef(content);
  useEffect(() => {
    const asking = new AbortController();
    request<{ url: string }>(
      'POST',
      `/stories/${id}/preview`,
      { content: text.current() },
      { signal: asking.signal },
    )
      .then((answer) => setUrl(answer.url))
      .catch((error: unknown) => {
        if (!asking.signal.aborted)
          setProblem(error instanceof Error ? error.message : String(error));
      });
    return () => asking.abort();
  }, [id]);
  return (
    <Overlay
      title={title}
      size="large"
      onClose={onClose}
      actions={
        // biome-ignore lint/a11y/useSemanticElements: two buttons of one choice.
        <div className="preview__devices" role="group">
          {(['phone', 'desktop'] as const).map((one) => (
            <button
              key={one}
              type="button"
              className="ghost-button ghost-button--small"
              aria-pressed={one === device}
              onClick={() => setDevice(one)}
            >
              {words.preview[one]}
            </button>
          ))}
        </div>
      }
    >
      {problem !== null && (
        <p role="alert">
          {words.preview.failed} {problem}
        </p>
      )}
      {url !== null && (
        <div className="preview__stand" data-device={device}>
          <iframe title={words.preview.frame} src={url} />
        </div>
      )}
    </Overlay>
  );
}
