/** A sentence in which `keys` stand between backticks. */
export function WithKeys({ text }: { text: string }) {
  return text
    .split('`')
    .map((part, index) => (index % 2 === 1 ? <kbd key={part}>{part}</kbd> : part));
}
