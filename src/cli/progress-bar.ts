import { SingleBar } from 'cli-progress';

export interface ProgressBar {
  update(done: number): void;
  stop(): void;
}

/** A bar on a terminal; silence elsewhere, so that logs stay readable. */
export function progressBar(label: string, total?: number): ProgressBar {
  if (!process.stderr.isTTY) return { update: () => {}, stop: () => {} };
  const known = total !== undefined;
  const bar = new SingleBar({
    format: known
      ? `${label}: {bar} {value}/{total} stories, {eta_formatted} left`
      : `${label}: {value} stories, {duration_formatted}`,
    stream: process.stderr,
    clearOnComplete: true,
    etaBuffer: 100,
  });
  bar.start(total ?? 0, 0);
  return { update: (done) => bar.update(done), stop: () => bar.stop() };
}
