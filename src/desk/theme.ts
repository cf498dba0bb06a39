import {
  Button,
  createTheme,
  Drawer,
  InputWrapper,
  Modal,
  Popover,
  Textarea,
  TextInput,
  type VariantColorsResolver,
} from '@mantine/core';

/**
 * Ink on paper: the colours are the press's own (styles/tokens.css), so light and dark come from
 * there. One filled button a screen is the next natural step; everything else is quiet.
 */
const variantColorResolver: VariantColorsResolver = ({ variant, color }) => {
  const isUrgent = color === 'accent';
  const quiet = isUrgent ? 'var(--accent)' : 'var(--ink)';
  if (variant === 'filled')
    return {
      background: isUrgent ? 'var(--strip)' : 'var(--ink)',
      hover: isUrgent ? 'var(--strip-hover)' : 'var(--ink-hover)',
      color: isUrgent ? 'var(--strip-ink)' : 'var(--paper)',
      border: '1px solid transparent',
    };
  return {
    background: variant === 'light' ? 'var(--wash)' : 'transparent',
    hover: variant === 'light' ? 'var(--line)' : 'var(--wash)',
    color: quiet,
    border: variant === 'default' ? '1px solid var(--line)' : '1px solid transparent',
  };
};

// Empty, a field has no direction of its own: styles/base.css gives it the screen's while its
// placeholder shows, so there is always one.
const typed = { attributes: { input: { dir: 'auto' } }, placeholder: ' ' } as const;

export const theme = createTheme({
  fontFamily: 'var(--ui)',
  headings: { fontFamily: 'var(--ui)' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  variantColorResolver,
  components: {
    Button: Button.extend({ defaultProps: { variant: 'default' } }),
    // Locking the page writes a style element, which the desk's policy refuses; styles/desk.css does it.
    Modal: Modal.extend({
      defaultProps: { lockScroll: false, centered: true, transitionProps: { duration: 140 } },
    }),
    Drawer: Drawer.extend({
      defaultProps: { lockScroll: false, transitionProps: { duration: 160 } },
    }),
    Popover: Popover.extend({
      defaultProps: { shadow: 'md', transitionProps: { duration: 120 } },
    }),
    // What people type has its own direction; the frame around it has the screen's.
    TextInput: TextInput.extend({ defaultProps: typed }),
    Textarea: Textarea.extend({ defaultProps: typed }),
    InputWrapper: InputWrapper.extend({
      defaultProps: { inputWrapperOrder: ['label', 'description', 'input', 'error'] },
    }),
  },
});
