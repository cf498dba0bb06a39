import { IconX } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import { useDates } from '../../words/dates.ts';
import { useCopyWords } from '../copydesk/words.ts';
import { useEditorWords } from '../use-editor-words.ts';
import './panel.css';

export const tabs = ['check', 'details', 'sources', 'dates', 'versions', 'log'] as const;
export type Tab = (typeof tabs)[number];

/** What stands beside the text, one thing at a time; on a phone a sheet from below. */
export function Panel(props: {
  tab: Tab;
  onTab: (tab: Tab) => void;
  counts: Partial<Record<Tab, number>>;
  /** Only where there is no room beside the text. */
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
}) {
  const { tab, onTab, counts, isOpen, onClose, children } = props;
  const words = useEditorWords();
  const copyWords = useCopyWords();
  const dates = useDates();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const walk = (event: KeyboardEvent): void => {
    const isForth = (event.key === 'ArrowLeft') === (document.documentElement.dir === 'rtl');
    const now = tabs.indexOf(tab);
    const next =
      event.key === 'ArrowLeft' || event.key === 'ArrowRight'
        ? tabs.at((now + (isForth ? 1 : -1)) % tabs.length)
        : event.key === 'Home'
          ? tabs[0]
          : event.key === 'End'
            ? tabs.at(-1)
            : undefined;
    if (next === undefined) return;
    event.preventDefault();
    onTab(next);
    list.current?.querySelector<HTMLElement>(`#${CSS.escape(`${id}-${next}`)}`)?.focus();
  };
  return (
    <aside className="story-panel" aria-label={words.panel.label} data-open={isOpen || undefined}>
      <div className="story-panel__top">
        <div
          ref={list}
          className="story-panel__tabs"
          role="tablist"
          aria-label={words.panel.label}
          onKeyDown={walk}
        >
          {tabs.map((one) => {
            const count = counts[one] ?? 0;
            return (
              <button
                key={one}
                id={`${id}-${one}`}
                type="button"
                role="tab"
                aria-selected={one === tab}
                aria-controls={`${id}-panel`}
                tabIndex={one === tab ? 0 : -1}
                onClick={() => onTab(one)}
              >
                {one === 'check' ? copyWords.tab : words.panel.tabs[one]}
                {count > 0 && <span className="story-panel__count">{dates.number(count)}</span>}
              </button>
            );
          })}
        </div>
        <button
          type="button"
          className="quiet-icon story-panel__close"
          aria-label={words.close}
          onClick={onClose}
        >
          <IconX size={20} stroke={1.6} aria-hidden />
        </button>
      </div>
      <div
        id={`${id}-panel`}
        className="story-panel__body"
        role="tabpanel"
        aria-labelledby={`${id}-${tab}`}
        tabIndex={-1}
      >
        {children}
      </div>
    </aside>
  );
}
