import { BACKWARDS, END, type ReadPosition } from '@eventstore/db-client';
import { comparePositions, type Position } from '@docket/kernel';
import { toPosition } from './positions';
import type { Reading } from './reading';

/** Nearly always the first page has it; a log that others fill is walked in longer steps. */
const PAGES = [4, 64, 512, 4_096] as const;

/**
 * Position of the last event of a stream that is ours, walking back from the end of the log to where ours begins: the
 * client has no filtered read.
 * @throws StoreUnavailable
 */
export const findHead = async (
  reading: Reading,
  isOurs: (stream: string) => boolean,
  birth: Position,
): Promise<Position | undefined> => {
  let from: ReadPosition = END;
  for (let step = 0; ; step += 1) {
    const size = PAGES[Math.min(step, PAGES.length - 1)] ?? 1;
    const page = await reading.all(BACKWARDS, from, size);
    const ours = page.find(({ event }) => event !== undefined && isOurs(event.streamId))?.event;
    if (ours !== undefined) return toPosition(ours.position);
    const last = page.at(-1)?.event?.position;
    if (last === undefined || page.length < size) return undefined;
    if (comparePositions(toPosition(last), birth) <= 0) return undefined;
    from = last;
  }
};
