import { useCheckState } from './check-context.tsx';
import { FindingActions } from './finding-actions.tsx';
import { FindingHead, FindingText, shortly } from './finding-body.tsx';
import type { Found } from './story-check.ts';
import type { CopyDeskActions } from './use-copy-desk.ts';

/** Findings in reading order. */
export function FindingList(props: {
  label: string;
  found: readonly Found[];
  desk: CopyDeskActions;
  isReadOnly: boolean;
}) {
  const { label, found, desk, isReadOnly } = props;
  return (
    // A list without marks needs its role said in Safari.
    // biome-ignore lint/a11y/noRedundantRoles: see above.
    <ol className="findings" role="list" aria-label={label}>
      {found.map((one) => (
        <FindingLine
          key={`${one.paragraph} ${one.id}`}
          found={one}
          desk={desk}
          isReadOnly={isReadOnly}
        />
      ))}
    </ol>
  );
}

/** One finding of a list; when it is looked at, with all that can be done. */
function FindingLine(props: { found: Found; desk: CopyDeskActions; isReadOnly: boolean }) {
  const { found, desk, isReadOnly } = props;
  const { check } = desk;
  const isOpen = useCheckState(check).current === found.id;
  return (
    <li className="finding" aria-current={isOpen ? 'true' : undefined}>
      <button
        type="button"
        className="finding__head"
        aria-expanded={isOpen}
        onClick={() => (isOpen ? check.look(null) : desk.show(found))}
      >
        <FindingHead found={found} />
        {!isOpen && <span className="finding__text">{shortly(found)}</span>}
      </button>
      {isOpen && (
        <>
          <FindingText found={found} />
          <FindingActions found={found} desk={desk} isReadOnly={isReadOnly} />
        </>
      )}
    </li>
  );
}
