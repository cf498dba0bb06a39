import type { Editor } from '@tiptap/core';
import { getMarkRange } from '@tiptap/core';
import { type FormEvent, useState } from 'react';
import { hrefFrom } from '../document/marks.ts';
import { TextField } from '../parts/field.tsx';
import { Overlay } from '../parts/overlay.tsx';
import { useEditorWords } from '../use-editor-words.ts';

/** Where the selected words, or the link under the caret, lead. */
export function LinkQuestion({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const words = useEditorWords();
  const before = String(editor.getAttributes('link').href ?? '');
  const [address, setAddress] = useState(before);
  const [error, setError] = useState<string | null>(null);
  const { link } = editor.schema.marks;
  if (link === undefined) return null;
  const whole = () => {
    const { selection } = editor.state;
    const around = selection.empty ? getMarkRange(selection.$from, link) : undefined;
    return around ?? { from: selection.from, to: selection.to };
  };
  const set = (event: FormEvent): void => {
    event.preventDefault();
    const href = hrefFrom(address);
    if (href === null) {
      setError(words.link.wrong);
      return;
    }
    const { from, to } = whole();
    if (from === to)
      editor
        .chain()
        .insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] })
        .run();
    else editor.view.dispatch(editor.state.tr.addMark(from, to, link.create({ href })));
    onClose();
  };
  return (
    <Overlay title={words.link.title} onClose={onClose}>
      <form className="overlay__form" onSubmit={set}>
        <TextField
          label={words.link.address}
          help={words.link.help}
          error={error}
          value={address}
          onChange={setAddress}
          maxLength={2000}
          isFocused
        />
        <div className="overlay__foot">
          <button type="submit" className="ink-button">
            {words.link.set}
          </button>
          {before !== '' && (
            <button
              type="button"
              className="ghost-button"
              onClick={() => {
                const { from, to } = whole();
                editor.view.dispatch(editor.state.tr.removeMark(from, to, link));
                onClose();
              }}
            >
              {words.link.remove}
            </button>
          )}
        </div>
      </form>
    </Overlay>
  );
}

/** Something that stands elsewhere: its address and what it is called. */
export function EmbedQuestion({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const words = useEditorWords();
  const [url, setUrl] = useState('');
  const [title, setTitle] = useState('');
  const [error, setError] = useState<string | null>(null);
  const insert = (event: FormEvent): void => {
    event.preventDefault();
    const address = url.trim();
    if (!/^https:\/\/[^\s]+$/i.test(address) || !URL.canParse(address)) {
      setError(words.embed.wrong);
      return;
    }
    editor
      .chain()
      .insertContent({ type: 'embed', attrs: { url: address, title: title.trim() } })
      .run();
    onClose();
  };
  return (
    <Overlay title={words.embed.title} onClose={onClose}>
      <form className="overlay__form" onSubmit={insert}>
        <TextField
          label={words.embed.address}
          error={error}
          value={url}
          onChange={setUrl}
          maxLength={2000}
          isFocused
        />
        <TextField
          label={words.embed.name}
          help={words.embed.help}
          value={title}
          onChange={setTitle}
          maxLength={300}
        />
        <div className="overlay__foot">
          <button type="submit" className="ink-button">
            {words.embed.insert}
          </button>
        </div>
      </form>
    </Overlay>
  );
}
