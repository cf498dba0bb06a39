import { IconAdjustments, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import {
  NodeViewContent,
  type NodeViewProps,
  NodeViewWrapper,
  ReactNodeViewRenderer,
} from '@tiptap/react';
import { useState } from 'react';
import type { PictureView } from '../../../api/shapes/media.ts';
import { request } from '../../data/api.ts';
import { useDates } from '../../words/dates.ts';
import type { Place } from '../copydesk/units.ts';
import { viewed } from '../document/schema.ts';
import { PictureDetails } from '../pictures/picture-details.tsx';
import { useEditorWords } from '../use-editor-words.ts';
import { GrowingText } from './growing-text.tsx';

/** Typing in a field of a node is not typing in the text around it. */
const stopEvent = ({ event }: { event: Event }): boolean =>
  event.target instanceof HTMLElement &&
  event.target.closest('textarea, input, select, button, dialog') !== null;

/** A line of a node, as the copy desk knows it. */
const lineOf = (attribute: 'caption' | 'heading', getPos: NodeViewProps['getPos']) => ({
  isAt: (place: Place) =>
    place.in === 'caption' && place.attribute === attribute && place.pos === getPos(),
});

function ImageView(props: NodeViewProps) {
  const { node, updateAttributes, deleteNode, editor, selected, getPos } = props;
  const words = useEditorWords();
  const [isOpen, setOpen] = useState(false);
  const mediaId = Number(node.attrs.mediaId);
  const picture = useQuery({
    queryKey: ['media', mediaId],
    queryFn: ({ signal }) =>
      request<PictureView>('GET', `/media/${mediaId}`, undefined, { signal }),
    enabled: mediaId > 0,
  });
  const { data } = picture;
  const caption = (node.attrs.caption as string | null) ?? '';
  const alt = (node.attrs.alt as string | null) ?? data?.alt ?? '';
  return (
    <NodeViewWrapper
      as="figure"
      className="sheet-picture"
      data-selected={selected || undefined}
      data-drag-handle=""
    >
      {data === undefined ? (
        <p className="sheet-picture__wait">{picture.isError ? words.picture.missing : ' '}</p>
      ) : (
        <img src={data.url} alt={alt} width={data.width} height={data.height} draggable={false} />
      )}
      <figcaption contentEditable={false}>
        <GrowingText
          {...lineOf('caption', getPos)}
          className="sheet-picture__caption"
          label={words.picture.caption}
          placeholder={data?.caption ?? words.picture.caption}
          value={caption}
          maxLength={1000}
          isReadOnly={!editor.isEditable}
          onChange={(value) => updateAttributes({ caption: value === '' ? null : value })}
        />
        <bdi>{data?.credit}</bdi>
      </figcaption>
      {editor.isEditable && (
        <div className="sheet-node-tools" contentEditable={false}>
          <button
            type="button"
            className="quiet-icon"
            aria-label={words.picture.details}
            title={words.picture.details}
            disabled={data === undefined}
            onClick={() => setOpen(true)}
          >
            <IconAdjustments size={18} stroke={1.6} aria-hidden />
          </button>
          <button
            type="button"
            className="quiet-icon"
            aria-label={words.picture.remove}
            title={words.picture.remove}
            onClick={deleteNode}
          >
            <IconTrash size={18} stroke={1.6} aria-hidden />
          </button>
        </div>
      )}
      {isOpen && data !== undefined && (
        <PictureDetails
          picture={data}
          alt={(node.attrs.alt as string | null) ?? ''}
          onAlt={(value) => updateAttributes({ alt: value === '' ? null : value })}
          onClose={() => setOpen(false)}
        />
      )}
    </NodeViewWrapper>
  );
}

function EmbedView({ node, updateAttributes, deleteNode, editor, selected }: NodeViewProps) {
  const words = useEditorWords();
  const url = String(node.attrs.url);
  const host = URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : url;
  return (
    <NodeViewWrapper
      className="sheet-embed"
      data-selected={selected || undefined}
      data-drag-handle=""
    >
      <GrowingText
        className="sheet-embed__title"
        label={words.embed.name}
        placeholder={host}
        value={String(node.attrs.title)}
        maxLength={300}
        isReadOnly={!editor.isEditable}
        onChange={(title) => updateAttributes({ title })}
      />
      <small contentEditable={false}>
        {words.embed.from(`\u2068${host}\u2069`)} ·{' '}
        <a href={url} target="_blank" rel="noopener noreferrer" dir="ltr">
          {url.slice(0, 60)}
        </a>
      </small>
      {editor.isEditable && (
        <div className="sheet-node-tools" contentEditable={false}>
          <button
            type="button"
            className="quiet-icon"
            aria-label={words.embed.drop}
            title={words.embed.drop}
            onClick={deleteNode}
          >
            <IconTrash size={18} stroke={1.6} aria-hidden />
          </button>
        </div>
      )}
    </NodeViewWrapper>
  );
}

function UpdateView({ node, updateAttributes, deleteNode, editor, getPos }: NodeViewProps) {
  const words = useEditorWords();
  const dates = useDates();
  return (
    <NodeViewWrapper as="section" className="sheet-update">
      <div className="sheet-update__head" contentEditable={false}>
        <time>{dates.dateTime(Number(node.attrs.at))}</time>
        <GrowingText
          {...lineOf('heading', getPos)}
          className="sheet-update__heading"
          label={words.update.heading}
          placeholder={words.update.heading}
          value={(node.attrs.heading as string | null) ?? ''}
          maxLength={300}
          isReadOnly={!editor.isEditable}
          onChange={(value) => updateAttributes({ heading: value === '' ? null : value })}
        />
        {editor.isEditable && (
          <button
            type="button"
            className="quiet-icon"
            aria-label={words.update.drop}
            title={words.update.drop}
            onClick={deleteNode}
          >
            <IconTrash size={18} stroke={1.6} aria-hidden />
          </button>
        )}
      </div>
      <NodeViewContent />
    </NodeViewWrapper>
  );
}

/** Quotations longer than this are read, not called out: the press does the same. */
const longQuote = 200;

function QuoteView({ node, updateAttributes, editor }: NodeViewProps) {
  const words = useEditorWords();
  const cite = (node.attrs.cite as string | null) ?? '';
  return (
    <NodeViewWrapper
      as="blockquote"
      className="sheet-quote"
      data-long={node.textContent.length > longQuote || undefined}
    >
      <NodeViewContent />
      {(editor.isEditable || cite !== '') && (
        <span className="sheet-quote__cite" contentEditable={false}>
          <GrowingText
            className="sheet-quote__name"
            label={words.quote.cite}
            placeholder={words.quote.cite}
            value={cite}
            maxLength={300}
            isReadOnly={!editor.isEditable}
            onChange={(value) => updateAttributes({ cite: value === '' ? null : value })}
          />
        </span>
      )}
    </NodeViewWrapper>
  );
}

export const ImageNode = viewed.image.extend({
  addNodeView: () => ReactNodeViewRenderer(ImageView, { stopEvent }),
});
export const EmbedNode = viewed.embed.extend({
  addNodeView: () => ReactNodeViewRenderer(EmbedView, { stopEvent }),
});
export const UpdateNode = viewed.update.extend({
  addNodeView: () => ReactNodeViewRenderer(UpdateView, { stopEvent }),
});
export const QuoteNode = viewed.blockquote.extend({
  addNodeView: () => ReactNodeViewRenderer(QuoteView, { stopEvent }),
});
