import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconBold,
  IconH2,
  IconH3,
  IconItalic,
  IconLink,
  IconList,
  IconListNumbers,
  IconPhoto,
  IconPlus,
  IconQuote,
  IconSearch,
  IconTable,
} from '@tabler/icons-react';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import type { KeyboardEvent, ReactNode } from 'react';
import { Menu } from '../parts/menu.tsx';
import { useEditorWords } from '../use-editor-words.ts';
import type { EditorWords } from '../words-ar.ts';
import { turnParagraph } from './body-keys.ts';
import { insertions } from './insertions.ts';
import { stepInTable, tableSteps } from './table-tools.ts';
import './toolbar.css';

type ToolName = keyof EditorWords['tools'];
const icon = { size: 18, stroke: 1.7, 'aria-hidden': true } as const;

/** One row of tools above the text; the arrows walk along it. */
export function Toolbar(props: {
  editor: Editor;
  onLink: () => void;
  onFind: () => void;
  onAsk: (what: 'picture' | 'embed') => void;
  length: ReactNode;
}) {
  const { editor, onLink, onFind, onAsk, length } = props;
  const words = useEditorWords();
  const on = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      bold: now.isActive('bold'),
      italic: now.isActive('italic'),
      link: now.isActive('link'),
      heading2: now.isActive('heading', { level: 2 }),
      heading3: now.isActive('heading', { level: 3 }),
      quote: now.isActive('blockquote'),
      bullets: now.isActive('bulletList'),
      numbers: now.isActive('orderedList'),
      table: now.isActive('table'),
      undo: now.can().undo(),
      redo: now.can().redo(),
    }),
  });
  const walk = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    const all = [...event.currentTarget.querySelectorAll<HTMLElement>('button:not(:disabled)')];
    const now = all.indexOf(document.activeElement as HTMLElement);
    const isForth = (event.key === 'ArrowLeft') === (document.documentElement.dir === 'rtl');
    event.preventDefault();
    all.at((now + (isForth ? 1 : -1)) % all.length)?.focus();
  };
  const tool = (
    name: ToolName,
    image: ReactNode,
    run: () => void,
    isOn?: boolean,
    isOff = false,
  ) => (
    <button
      type="button"
      className="quiet-icon"
      aria-label={words.tools[name]}
      title={words.tools[name]}
      aria-pressed={isOn}
      disabled={isOff}
      // The selection in the text stays.
      onMouseDown={(event) => event.preventDefault()}
      onClick={run}
    >
      {image}
    </button>
  );
  const insert = (key: (typeof insertions)[number]['key']) => (): void => {
    const item = insertions.find((one) => one.key === key);
    if (item?.asks !== undefined) onAsk(item.asks);
    else item?.run(editor);
  };
  const mark = (name: string) => () => void editor.chain().focus().toggleMark(name).run();
  return (
    <div className="tool-row" role="toolbar" aria-label={words.tools.label} onKeyDown={walk}>
      <div className="tool-row__tools">
        {tool('bold', <IconBold {...icon} />, mark('bold'), on.bold)}
        {tool('italic', <IconItalic {...icon} />, mark('italic'), on.italic)}
        {tool('link', <IconLink {...icon} />, onLink, on.link)}
        <span className="tool-row__gap" />
        {tool('heading2', <IconH2 {...icon} />, insert('heading2'), on.heading2)}
        {tool('heading3', <IconH3 {...icon} />, insert('heading3'), on.heading3)}
        {tool('quote', <IconQuote {...icon} />, insert('quote'), on.quote)}
        {tool('bullets', <IconList {...icon} />, insert('bullets'), on.bullets)}
        {tool('numbers', <IconListNumbers {...icon} />, insert('numbers'), on.numbers)}
        <span className="tool-row__gap" />
        {tool('picture', <IconPhoto {...icon} />, insert('picture'))}
      </div>
      {on.table ? (
        <Menu
          label={words.table.label}
          icon={<IconTable {...icon} />}
          items={(Object.keys(tableSteps) as (keyof typeof tableSteps)[]).map((step) => ({
            key: step,
            label: words.table[step],
            onChoose: () => stepInTable(editor, step),
          }))}
        />
      ) : (
        <Menu
          label={words.tools.insert}
          icon={<IconPlus {...icon} />}
          items={[
            ...(['table', 'embed', 'update'] as const).map((key) => ({
              key,
              label: words.tools[key],
              onChoose: insert(key),
            })),
            ...(['code', 'superscript', 'subscript'] as const).map((key) => ({
              key,
              label: words.tools[key],
              onChoose: mark(key),
            })),
            {
              key: 'turn',
              label: words.tools.turn,
              hint: 'Alt D',
              onChoose: () => void turnParagraph(editor),
            },
          ]}
        />
      )}
      {tool(
        'undo',
        <IconArrowForwardUp {...icon} />,
        () => void editor.chain().focus().undo().run(),
        undefined,
        !on.undo,
      )}
      {tool(
        'redo',
        <IconArrowBackUp {...icon} />,
        () => void editor.chain().focus().redo().run(),
        undefined,
        !on.redo,
      )}
      {tool('find', <IconSearch {...icon} />, onFind)}
      <span className="tool-row__length">{length}</span>
    </div>
  );
}
