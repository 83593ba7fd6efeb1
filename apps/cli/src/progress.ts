import { SingleBar } from 'cli-progress';
import type { WorkProgress } from './client';

let bar: SingleBar | undefined;
let shown: string | undefined;

const draw = ({ what, done, total = 0 }: WorkProgress): void => {
  if (what !== shown) {
    bar?.stop();
    shown = what;
    bar = new SingleBar({
      format: `${what} [{bar}] {value} of {total}`,
      stream: process.stderr,
      hideCursor: true,
      clearOnComplete: false,
    });
    bar.start(total, done);
  }
  bar?.setTotal(Math.max(total, done));
  bar?.update(done);
};

const lines = new Map<string, number>();

/** A bar on a terminal, a line now and then where standard error is a file. */
export const showProgress = (progress: WorkProgress): void => {
  if (process.stderr.isTTY && progress.total !== undefined) return draw(progress);
  const now = performance.now();
  if (progress.done !== progress.total && now - (lines.get(progress.what) ?? -Infinity) < 1_000) return;
  lines.set(progress.what, now);
  process.stderr.write(
    `${progress.what}: ${progress.done}${progress.total === undefined ? '' : ` of ${progress.total}`}\n`,
  );
};

/** Ends a bar that is being drawn. */
export const endProgress = (): void => {
  bar?.stop();
  bar = undefined;
  shown = undefined;
};
