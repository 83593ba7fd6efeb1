import {
  byCodeUnits,
  type Instant,
  type Numbered,
  type ReadModel,
  type Row,
  type Table,
} from '@docket/kernel';
import { objectiveTable } from '@docket/portfolio';
import { projectTable } from '@docket/project';
import { contributionTable } from '../../alignment.tables';
import { assessmentTable } from '../../assessment.projection';
import type { Step } from '../../domain/ranking/moves';
import type { Placed } from '../../domain/ranking/rank';
import type { ModelDefinition } from '../../domain/scoring-model/scoring-model.events';
import { measuresAlignment } from '../ranking/alignments-at';
import { ratedCriteria } from '../ranking/ratings-at';
import { KnownComponents } from './known-components';
import type { Change, Seen } from './seen';

/** A portfolio between two numbers: after the first, up to the second. */
export type Interval = Readonly<{ portfolioId: string; after: number; upTo: number }>;

/** An event as an answer names it, and where it stands; `date` is that on the portfolio's timeline. */
export type NamedEvent = Readonly<{
  number: number;
  eventId: string;
  type: string;
  date: Instant;
  stream: string;
  revision: number;
}>;

type Replaying = Interval & Readonly<{ modelId: string; definition: ModelDefinition }>;

/** What an event made known; applying it tells the components that it may have moved. */
type Known = Readonly<{ number: number; apply: () => readonly string[] }>;
type Replayed = Readonly<{ before: readonly Known[]; since: readonly Known[] }>;

/** The versions of one table in an interval: those that stood at its beginning, and those since. */
const versionsOf = async <R extends Row>(
  readModel: ReadModel,
  { portfolioId: scope, after, upTo }: Interval,
  table: Table<R>,
  apply: (key: string, row: R | null) => readonly string[],
): Promise<Replayed> => {
  const before = await readModel.rowsAsOf(table, after, { scope });
  const since = await readModel.changedBetween(table, { after, upTo }, { scope });
  return {
    before: before.map(({ key, row }) => ({ number: after, apply: () => apply(key, row) })),
    since: since.map(({ key, validFrom: number, row }) => ({ number, apply: () => apply(key, row) })),
  };
};

/** Everything a ranking by this model is made of; what it does not measure is not read. */
const replayedFor = async (
  readModel: ReadModel,
  { modelId, definition, ...interval }: Replaying,
  components: KnownComponents,
): Promise<readonly Replayed[]> => {
  const { alignments } = components;
  const read = [versionsOf(readModel, interval, projectTable, (id, row) => components.project(id, row))];
  if (ratedCriteria(definition).length > 0)
    read.push(
      versionsOf(readModel, interval, assessmentTable, (key, row) =>
        row?.model === modelId ? components.assessment(key, row) : [],
      ),
    );
  if (measuresAlignment(definition))
    read.push(
      versionsOf(readModel, interval, objectiveTable, (key, row) =>
        row ? alignments.objective(key, row) : [],
      ),
      versionsOf(readModel, interval, contributionTable, (key, row) =>
        row ? alignments.contribution(key, row) : [],
      ),
    );
  return Promise.all(read);
};

/** What a ranking is replayed from, and what each event made of each component it moved. */
export type Replay = Readonly<{
  placed: readonly Placed[];
  steps: readonly Step[];
  changeBy: (number: number, id: string) => Change;
}>;

const keyOf = (number: number, id: string): string => `${number} ${id}`;

/** What the components it moved have become by an event. */
const stepped = (
  components: KnownComponents,
  latest: Map<string, Seen>,
  ids: ReadonlySet<string>,
): readonly (readonly [string, Change])[] =>
  [...ids].sort(byCodeUnits).map((id) => {
    const [before, after] = [latest.get(id), components.seen(id)];
    if (after) latest.set(id, after);
    else latest.delete(id);
    return [id, { before, after }];
  });

/**
 * The components that stood at the beginning, and what every event since made of those it moved, in the order of numbers. One
 * event may move several: weights of objectives move all that serve them.
 */
export const stepsIn = async (readModel: ReadModel, replaying: Replaying): Promise<Replay> => {
  const components = new KnownComponents(replaying.definition);
  const replayed = await replayedFor(readModel, replaying, components);
  for (const { apply } of replayed.flatMap(({ before }) => before)) apply();
  const latest = new Map(components.all().map((seen) => [seen.measured.id, seen]));
  const placed = [...latest.values()].map((seen) => seen.placed);
  const events = Map.groupBy(
    replayed.flatMap(({ since }) => since),
    ({ number }) => number,
  );
  const changes = new Map<string, Change>();
  const steps = [...events]
    .sort(([a], [b]) => a - b)
    .flatMap(([number, known]): readonly Step[] => {
      const moved = new Set(known.flatMap(({ apply }) => apply()));
      return stepped(components, latest, moved).map(([id, change]) => {
        changes.set(keyOf(number, id), change);
        return { number, id, after: change.after?.placed };
      });
    });
  const nothing = { before: undefined, after: undefined };
  return { placed, steps, changeBy: (number, id) => changes.get(keyOf(number, id)) ?? nothing };
};

const PAGE = 1_000;

const named = ({
  number,
  eventId,
  type,
  timelineAt,
  recordedAt,
  stream,
  revision,
}: Numbered): NamedEvent => ({
  number,
  eventId,
  type,
  date: timelineAt ?? recordedAt,
  stream,
  revision,
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
