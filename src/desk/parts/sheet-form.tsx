import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../words/use-words.ts';
import { Problem } from './problem.tsx';
import type { FormState } from './use-form.ts';
import './form.css';

/** A small form over the screen: its fields, what is wrong, one button. */
export function SheetForm(props: {
  title: string;
  help?: string;
  form: FormState;
  submit: string;
  onClose: () => void;
  children: ReactNode;
}) {
  const { title, help, form, submit, onClose, children } = props;
  const words = useWords();
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      closeButtonProps={{ 'aria-label': words.common.close }}
    >
      <form className="form" onSubmit={form.onSubmit}>
        {help !== undefined && <p className="form__help">{help}</p>}
        {children}
        <Problem text={form.problem} />
        <Button type="submit" variant="filled" loading={form.isSending}>
          {submit}
        </Button>
      </form>
    </Modal>
  );
}
