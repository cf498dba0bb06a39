import { IconX } from '@tabler/icons-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useSignedOut } from '../../data/signed-out.ts';
import { useEditorWords } from '../use-editor-words.ts';
import './overlay.css';

/**
 * A sheet over the screen. Escape and the cross close it; focus goes back to where it was. While the
 * sign-in stands over everything it steps aside, with all that was typed in it.
 */
export function Overlay(props: {
  title: string;
  /** How much room it takes: a question, a list, the whole window. */
  size?: 'small' | 'medium' | 'large';
  actions?: ReactNode;
  /** Nothing in it takes the focus, so that what scrolls must. */
  isRead?: boolean;
  onClose: () => void;
  children: ReactNode;
}) {
  const { title, size = 'small', actions, isRead = false, onClose, children } = props;
  const words = useEditorWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const name = useId();
  const isSignedOut = useSignedOut();
  useEffect(() => {
    const element = dialog.current;
    if (element === null) return;
    if (isSignedOut) element.close();
    else if (!element.open) element.showModal();
  }, [isSignedOut]);
  useEffect(() => {
    const before = document.activeElement;
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className="overlay"
      data-size={size}
      aria-labelledby={name}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      // Keys of the page behind it stay there.
      onKeyDown={(event) => event.stopPropagation()}
    >
      <header className="overlay__head">
        <h2 id={name}>{title}</h2>
        {actions}
        <button type="button" className="quiet-icon" aria-label={words.close} onClick={onClose}>
          <IconX size={20} stroke={1.6} aria-hidden />
        </button>
      </header>
      <div className="overlay__body" tabIndex={isRead ? 0 : undefined}>
        {children}
      </div>
    </dialog>
  );
}
