import { useParams } from '@tanstack/react-router';
import { StoryScreen } from '../editor/story-screen.tsx';
import { NoSuchScreen } from '../frame/broken-screen.tsx';

/** One story; another story is another screen, with nothing left of the one before. */
export function StoryRoute() {
  const { id } = useParams({ from: '/frame/stories/$id' });
  const number = Number(id);
  return Number.isSafeInteger(number) && number > 0 ? (
    <StoryScreen key={number} id={number} />
  ) : (
    <NoSuchScreen />
  );
}
