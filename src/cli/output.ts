/* The one place that writes to the terminal. */

/** Prints a result: JSON when asked for, else lines for a person. */
export function print(result: unknown, options: { json: boolean; lines: readonly string[] }): void {
  const text = options.json ? JSON.stringify(result, null, 2) : options.lines.join('\n');
  if (text !== '') process.stdout.write(`${text}\n`);
}

/** One line on stderr. */
export function complain(message: string): void {
  process.stderr.write(`matbaa: ${message.replace(/\s*\n\s*/g, ' ')}\n`);
}
