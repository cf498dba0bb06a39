import { FindingHead, shortly } from './finding-body.tsx';
import type { Found } from './story-check.ts';
import { useCopyWords } from './words.ts';
import './findings-panel.css';

const gravity = { error: 0, warning: 1, info: 2 } as const;
const rank = ({ gate, severity }: Found): number => (gate ? -1 : gravity[severity]);

/** What somebody should know of before readers have the text: the gravest first, notes left out. */
export const leftIn = (found: readonly Found[]): readonly Found[] =>
  found.filter(({ severity }) => severity !== 'info').toSorted((a, b) => rank(a) - rank(b));

/** What is left in a text that is about to go out. */
export function LeftToMend({ left }: { left: readonly Found[] }) {
  const words = useCopyWords();
  if (left.length === 0) return null;
  const isShut = left.some(({ gate }) => gate);
  return (
    <section className="left-to-mend" aria-label={words.remain}>
      <p>{isShut ? words.shut : words.remain}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long list must scroll by keys. */}
      <ul tabIndex={0} aria-label={words.remain}>
        {left.map((one) => (
          <li key={`${one.paragraph} ${one.id}`}>
            <FindingHead found={one} />
            <span className="finding__text">{shortly(one)}</span>
          </li>
        ))}
      </ul>
      {!isShut && <small>{words.remainHelp}</small>}
    </section>
  );
}
