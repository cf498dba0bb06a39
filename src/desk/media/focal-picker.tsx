import { type KeyboardEvent, type PointerEvent, useId } from 'react';
import type { Picture } from '../../api/shapes/media.ts';
import { useWords } from '../words/use-words.ts';

/** Where to look, as parts of the width and height from the top left corner of the picture. */
export interface Focal {
  x: number;
  y: number;
}

const step = 0.02;
const moves: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-step, 0],
  ArrowRight: [step, 0],
  ArrowUp: [0, -step],
  ArrowDown: [0, step],
};
const within = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * 1000) / 1000;

/** The point that every crop keeps, set by pointer or by arrows; and what the crops come to. */
export function FocalPicker(props: {
  picture: Pick<Picture, 'url' | 'alt'>;
  focal: Focal;
  onChange: ((focal: Focal) => void) | undefined;
}) {
  const { picture, focal, onChange } = props;
  const words = useWords();
  const help = useId();
  const byPointer = (event: PointerEvent<HTMLElement>): void => {
    if (onChange === undefined || (event.type === 'pointermove' && event.buttons === 0)) return;
    const box = event.currentTarget.getBoundingClientRect();
    onChange({
      x: within((event.clientX - box.left) / box.width),
      y: within((event.clientY - box.top) / box.height),
    });
  };
  const byKey = (event: KeyboardEvent): void => {
    const move = moves[event.key];
    if (move === undefined || onChange === undefined) return;
    event.preventDefault();
    onChange({ x: within(focal.x + move[0]), y: within(focal.y + move[1]) });
  };
  const position = `${focal.x * 100}% ${focal.y * 100}%`;
  return (
    <>
      <div className="focal" onPointerDown={byPointer} onPointerMove={byPointer}>
        <img src={picture.url} alt={picture.alt} draggable={false} />
        {onChange !== undefined && (
          <button
            type="button"
            aria-label={words.media.focal}
            aria-describedby={help}
            onKeyDown={byKey}
            style={{
              // Of the picture, which has no writing direction.
              left: `calc(${focal.x * 100}% - 1.1rem)`,
              top: `calc(${focal.y * 100}% - 1.1rem)`,
            }}
          />
        )}
      </div>
      <p id={help} className="picture-sheet__facts">
        {words.media.focalHelp}
      </p>
      <section>
        <h3>{words.media.crops}</h3>
        <div className="crops">
          {(
            [
              ['wide', '16 / 9'],
              ['square', '1'],
              ['tall', '3 / 4'],
            ] as const
          ).map(([name, aspectRatio]) => (
            <figure key={name}>
              <img src={picture.url} alt="" style={{ aspectRatio, objectPosition: position }} />
              <figcaption>{words.media.cropNames[name]}</figcaption>
            </figure>
          ))}
        </div>
      </section>
    </>
  );
}
