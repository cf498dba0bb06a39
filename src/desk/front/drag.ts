import type { DragEvent } from 'react';

const kind = 'application/x-matbaa-story';

/** Begins to drag a story. */
export function carry(event: DragEvent, id: number): void {
  event.dataTransfer.setData(kind, String(id));
  event.dataTransfer.effectAllowed = 'move';
}

/** The story that was dropped; null for anything else. */
export function carriedStory(event: DragEvent): number | null {
  const id = Number(event.dataTransfer.getData(kind));
  if (!Number.isSafeInteger(id) || id <= 0) return null;
  event.preventDefault();
  return id;
}
