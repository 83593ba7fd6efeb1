import { BACKWARDS, END, type ReadPosition } from '@eventstore/db-client';
import { comparePositions, type Position } from '@docket/kernel';
import type { Patience } from './patience';
import { toPosition } from './positions';
import type { Reading } from './reading';

/** Nearly always the first page has it; a log that others fill is walked in longer steps. */
const PAGES = [4, 64, 512, 4_096] as const;

/** What a walk back from the end of the log found. */
export type LookBack = Readonly<{
  /** Where the log ended; `undefined` for one without any event. */
  end: Position | undefined;
  /** The last event of a stream that is ours; `undefined` when there is none after where the walk ended. */
  ours: Position | undefined;
}>;

/**
 * Walks back from the end of the log to its last event of ours, but no further than to `downTo`: the client has no filtered
 * read. Patience is renewed with each page.
 * @throws StoreUnavailable
 */
export const lookBack = async (
  reading: Reading,
  isOurs: (stream: string) => boolean,
  downTo: Position,
  patience: Patience,
): Promise<LookBack> => {
  let from: ReadPosition = END;
  let end: Position | undefined;
  for (let step = 0; ; step += 1) {
    const size = PAGES[Math.min(step, PAGES.length - 1)] ?? 1;
    const page = await reading.all(BACKWARDS, from, size, patience);
    patience.renew();
    const positions = page.flatMap(({ event }) => (event === undefined ? [] : [event.position]));
    const last = positions.at(-1);
    end ??= positions[0] && toPosition(positions[0]);
    const ours = page.find(({ event }) => event !== undefined && isOurs(event.streamId))?.event;
    if (ours !== undefined) return { end, ours: toPosition(ours.position) };
    if (last === undefined || page.length < size || comparePositions(toPosition(last), downTo) <= 0)
      return { end, ours: undefined };
    from = last;
  }
};
