import type { Progress } from '@docket/host';

/** A sentence for the person at the terminal, on standard error. */
export const say = (text: string): void => {
  process.stderr.write(`docket: ${text}\n`);
};

const spoken = new Map<string, number>();

/** Says how far long work has come, about once a second per kind of work. */
export const sayProgress: Progress = ({ what, done, total }) => {
  const now = performance.now();
  const over = total !== undefined && done >= total;
  if (!over && now - (spoken.get(what) ?? -Infinity) < 1_000) return;
  spoken.set(what, now);
  say(`${what}: ${done}${total === undefined ? '' : ` of ${total}`}`);
};
