import type { Instant, Numbered, ReadModel } from '@docket/kernel';
import { projectTable, type ProjectRow } from '@docket/project';
import type { Step } from '../../domain/ranking/moves';
import type { Placed } from '../../domain/ranking/rank';
import type { ReadyModel } from '../../domain/ranking/ready-model';
import { measuredOf, stands } from '../ranking/component-rows';
import { placedOn } from '../ranking/placed-inputs';

/** A portfolio between two numbers: after the first, up to the second. */
export type Interval = Readonly<{ portfolioId: string; after: number; upTo: number }>;

/** An event as an answer names it; `date` is that on the portfolio's timeline. */
export type NamedEvent = Readonly<{ number: number; eventId: string; type: string; date: Instant }>;

const placedRow = (id: string, row: ProjectRow | null, model: ReadyModel): Placed | undefined =>
  row && stands(row) ? placedOn(measuredOf(id, row), model) : undefined;

/** The components that stood at the beginning, and what every event since made of one of them, in the order of numbers. */
export const stepsIn = async (
  readModel: ReadModel,
  { portfolioId, after, upTo }: Interval,
  model: ReadyModel,
): Promise<Readonly<{ placed: readonly Placed[]; steps: readonly Step[] }>> => {
  const scope = { scope: portfolioId };
  const rows = await readModel.rowsAsOf(projectTable, after, scope);
  const versions = await readModel.changedBetween(projectTable, { after, upTo }, scope);
  return {
    placed: rows.flatMap(({ key, row }) => placedRow(key, row, model) ?? []),
    steps: versions
      .map(({ key: id, validFrom: number, row }) => ({ number, id, after: placedRow(id, row, model) }))
      .sort((a, b) => a.number - b.number || (a.id < b.id ? -1 : 1)),
  };
};

const PAGE = 1_000;

const named = ({ number, eventId, type, timelineAt, recordedAt }: Numbered): NamedEvent => ({
  number,
  eventId,
  type,
  date: timelineAt ?? recordedAt,
});

/** The events of the portfolio in an interval, by their numbers. */
export const eventsIn = async (
  readModel: ReadModel,
  { portfolioId: portfolio, after, upTo }: Interval,
): Promise<(number: number) => NamedEvent> => {
  const events = new Map<number, NamedEvent>();
  for (let last: number | undefined = after; last !== undefined;) {
    const lines = await readModel.numbers({ after: last, upTo, limit: PAGE, portfolio });
    for (const line of lines) events.set(line.number, named(line));
    last = lines.length < PAGE ? undefined : lines.at(-1)?.number;
  }
  return (number) => {
    const event = events.get(number);
    if (!event) throw new Error(`No event ${number} stands on the timeline of portfolio ${portfolio}.`);
    return event;
  };
};
