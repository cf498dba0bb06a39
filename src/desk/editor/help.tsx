import { useCopyWords } from './copydesk/words.ts';
import { Overlay } from './parts/overlay.tsx';
import { useEditorWords } from './use-editor-words.ts';
import './help.css';

/** Every key of the screen, and what is put right by itself. */
export function Help({ onClose }: { onClose: () => void }) {
  const words = useEditorWords();
  const copyWords = useCopyWords();
  return (
    <Overlay title={words.help.title} size="medium" isRead onClose={onClose}>
      <p>{words.help.about}</p>
      <p>{words.help.typing}</p>
      <dl className="help-keys">
        {[...words.help.keys, ...copyWords.keys].map(([keys, what]) => (
          <div key={keys}>
            <dt>
              <kbd dir="ltr">{keys}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Overlay>
  );
}
