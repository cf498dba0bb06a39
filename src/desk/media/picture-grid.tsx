import type { Picture } from '../../api/shapes/media.ts';
import { useWords } from '../words/use-words.ts';
import './picture-grid.css';

/** Pictures to choose from, each cut around its focal point. */
export function PictureGrid(props: {
  pictures: readonly Picture[];
  onChoose: (id: number) => void;
}) {
  const words = useWords();
  return (
    <ul className="picture-grid">
      {props.pictures.map((picture) => (
        <li key={picture.id}>
          <button type="button" onClick={() => props.onChoose(picture.id)}>
            <img
              src={picture.thumb}
              alt={picture.alt || words.media.altMissing}
              loading="lazy"
              style={{
                objectPosition: `${picture.focalX * 100}% ${picture.focalY * 100}%`,
              }}
            />
          </button>
          <p dir="auto">{picture.caption ?? picture.alt}</p>
          <p className="picture-grid__credit" dir="auto">
            {picture.credit}
          </p>
        </li>
      ))}
    </ul>
  );
}
