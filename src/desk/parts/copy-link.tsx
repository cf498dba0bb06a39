import { Button, TextInput } from '@mantine/core';
import { useWords } from '../words/use-words.ts';
import { say } from './toast.tsx';
import './copy-link.css';

/** Something to be handed on by hand: a link, a key. */
export function CopyLink({ label, value }: { label: string; value: string }) {
  const words = useWords();
  return (
    <div className="copy-link">
      <TextInput
        readOnly
        dir="ltr"
        label={label}
        value={value}
        onFocus={(event) => event.currentTarget.select()}
      />
      <Button
        onClick={() => {
          navigator.clipboard
            .writeText(value)
            .then(() => say(words.common.copied))
            // Without https there is no clipboard: the text is there to be selected.
            .catch(() => undefined);
        }}
      >
        {words.common.copy}
      </Button>
    </div>
  );
}
