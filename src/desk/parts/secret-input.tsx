import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useWords } from '../words/use-words.ts';

/** A password, hidden until one asks to see it. */
export function SecretInput(props: PasswordInputProps) {
  const words = useWords();
  return (
    <PasswordInput
      dir="ltr"
      required
      withAsterisk={false}
      visibilityToggleButtonProps={{ 'aria-label': words.common.showPassword }}
      {...props}
    />
  );
}
