import type { Instant, ReadModel } from '@docket/kernel';

/** The event a value was taken from: where it stands, and the date it has on the portfolio's timeline. */
export type ValueOrigin = Readonly<{
  number: number;
  eventId: string;
  type: string;
  stream: string;
  revision: number;
  date: Instant;
}>;

/** The event of this number; null where there is none, as of a value that nothing stated. */
export const originAt = async (readModel: ReadModel, number = 0): Promise<ValueOrigin | null> => {
  const line = await readModel.numbered(number);
  if (!line) return null;
  const { eventId, type, stream, revision, timelineAt, recordedAt } = line;
  return { number: line.number, eventId, type, stream, revision, date: timelineAt ?? recordedAt };
};
