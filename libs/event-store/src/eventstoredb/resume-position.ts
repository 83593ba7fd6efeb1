import { BACKWARDS, END, FORWARDS, UnknownError } from '@eventstore/db-client';
import { comparePositions, PositionBeyondEnd, type Position } from '@docket/kernel';
import type { Patience } from './patience';
import { toPosition, toServerPosition } from './positions';
import type { Reading } from './reading';

const beyond = (position: Position, why: string): PositionBeyondEnd =>
  new PositionBeyondEnd(
    `Cannot resume at ${position}: ${why}. This is another log than the one that was read before, or it was restored ` +
      'from a backup. Rebuild what was read from it.',
  );

/** The event that stands exactly there; the server refuses a position at which no record begins. */
const eventAt = async (
  reading: Reading,
  position: Position,
  patience: Patience,
): Promise<Position | undefined> => {
  try {
    const [first] = await reading.all(FORWARDS, toServerPosition(position), 1, patience);
    return first?.event && toPosition(first.event.position);
  } catch (error) {
    if (error instanceof Error && error.cause instanceof UnknownError) return undefined;
    throw error;
  }
};

/**
 * Makes sure that this log has an event at a position. Asked to go on from beyond its end, a server waits silently until
 * other events have grown over it.
 * @throws PositionBeyondEnd | StoreUnavailable
 */
export const checkResumePosition = async (
  reading: Reading,
  position: Position,
  patience: Patience,
): Promise<void> => {
  const end = (await reading.all(BACKWARDS, END, 1, patience))[0]?.event?.position;
  if (end === undefined) throw beyond(position, 'the log is empty');
  if (comparePositions(position, toPosition(end)) > 0)
    throw beyond(position, `the log ends at ${toPosition(end)}`);
  const found = await eventAt(reading, position, patience);
  if (found === undefined || comparePositions(found, position) !== 0)
    throw beyond(position, 'the log has no event there');
};
