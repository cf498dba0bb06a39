import type { StoryContent, StoryView } from '../../../api/shapes/stories.ts';
import type { LocalCopy } from './local-copy.ts';

/** What the screen opens with. */
export interface StartingText {
  content: StoryContent;
  /** The version that it began from. */
  version: number;
  /** `restored`: text that was never a version; `overtaken`: and somebody saved a newer one since. */
  kind: 'saved' | 'restored' | 'overtaken';
  /** When that text was last typed. */
  at: number | null;
}

/** Unsaved text of an older desk may lack a field, never one that it must have. */
function contentIn(value: unknown, fallback: StoryContent): StoryContent | null {
  if (typeof value !== 'object' || value === null) return null;
  const given = value as Partial<StoryContent>;
  if (typeof given.headline !== 'string' || !Array.isArray(given.body?.content)) return null;
  return { ...fallback, ...given } as StoryContent;
}

const same = (a: StoryContent, b: StoryContent): boolean => flat(a) === flat(b);
/** Equal contents give equal texts, whatever the order of their keys; null and missing are one. */
function flat(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(
          Object.entries(inner)
            .filter(([, one]) => one !== null && one !== undefined)
            .sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : inner,
  );
}

/**
 * The text to open with: what was typed last, wherever it is kept, unless it is what the server has
 * as a version already.
 */
export function startingText(view: StoryView, local: LocalCopy | null): StartingText {
  const { story, autosave, mayEdit } = view;
  const saved: StartingText = {
    content: story.content,
    version: story.version,
    kind: 'saved',
    at: null,
  };
  if (!mayEdit) return saved;
  const isLocalNewer =
    local !== null && autosave !== null && (autosave.at <= local.after || autosave.at <= local.at);
  const copies = (isLocalNewer ? [local, autosave] : [autosave, local]).filter(
    (copy) => copy !== null,
  );
  for (const copy of copies) {
    const content = contentIn(copy.content, story.content);
    if (content === null || same(content, story.content)) continue;
    const isOvertaken = copy.version !== story.version;
    return {
      content,
      version: copy.version,
      kind: isOvertaken ? 'overtaken' : 'restored',
      at: copy.at,
    };
  }
  return saved;
}
