import type { Change, Instant, Metadata, Projection, Recorded } from '@docket/kernel';
import type {
  ActualCorrected,
  ActualReported,
  ObjectiveAdded,
  ObjectiveRevised,
  StrategyEvent,
} from './domain/strategy';
import {
  actualKey,
  actualTable,
  objectiveTable,
  type ActualRow,
  type LastRevision,
  type ObjectiveRow,
} from './strategy.tables';

/** When the organisation knew it. */
const momentOf = ({ knownAt, recordedAt }: Metadata): Instant => knownAt ?? recordedAt;

type OfObjective = Readonly<{ portfolioId: string; objectiveId: string }>;

const changed = (
  { portfolioId: scope, objectiveId: key }: OfObjective,
  to: (row: ObjectiveRow) => ObjectiveRow,
): Change<ObjectiveRow> => ({
  key,
  scope,
  to: (row) => {
    if (!row) throw new Error(`Objective ${key} changed before it was added.`);
    return to(row);
  },
});

const stated = ({ data }: ObjectiveAdded | ObjectiveRevised) => {
  const { name, description, measure, baseline, target } = data;
  return { name, description, measure, baseline, target };
};

const revision = ({ data, meta }: Recorded<ObjectiveRevised>): LastRevision => {
  return { at: momentOf(meta), by: meta.actor, reason: data.reason ?? null };
};

const added = (event: ObjectiveAdded): Change<ObjectiveRow> => ({
  key: event.data.objectiveId,
  scope: event.data.portfolioId,
  to: () => ({
    ...stated(event),
    weight: null,
    status: 'active',
    actuals: 0,
    last_actual: null,
    last_revision: null,
  }),
});

const objectiveProjection: Projection<ObjectiveRow, StrategyEvent> = {
  table: objectiveTable,
  on: {
    ObjectiveAdded: (event) => [added(event)],
    ObjectiveRevised: (event) => [
      changed(event.data, (row) => ({ ...row, ...stated(event), last_revision: revision(event) })),
    ],
    ObjectiveRetired: ({ data }) => [changed(data, (row) => ({ ...row, status: 'retired' }))],
    ObjectivesWeighed: ({ data: { portfolioId, weights } }) =>
      weights.map(({ objectiveId, weight }) =>
        changed({ portfolioId, objectiveId }, (row) => ({ ...row, weight })),
      ),
    ActualReported: ({ data }) => {
      const last_actual = { value: data.value, day: data.day };
      return [changed(data, (row) => ({ ...row, actuals: row.actuals + 1, last_actual }))];
    },
    ActualCorrected: ({ data: { value, day, ...of } }) => [
      changed(of, (row) => (row.last_actual?.day === day ? { ...row, last_actual: { value, day } } : row)),
    ],
  },
};

const reported = ({ data, meta }: Recorded<ActualReported>): Change<ActualRow> => {
  const { objectiveId: scope, day, value, note = null } = data;
  const by = { reported_by: meta.actor, reported_at: momentOf(meta) };
  return { key: actualKey(scope, day), scope, to: () => ({ day, value, note, ...by, corrections: [] }) };
};

const corrected = ({ data, meta }: Recorded<ActualCorrected>): Change<ActualRow> => {
  const { objectiveId: scope, day, value, former, reason } = data;
  const correction = { former, reason, by: meta.actor, at: momentOf(meta) };
  const to = (row: ActualRow | undefined) => {
    if (!row)
      throw new Error(`A value of objective ${scope} for ${day} was corrected before it was reported.`);
    return { ...row, value, corrections: [...row.corrections, correction] };
  };
  return { key: actualKey(scope, day), scope, to };
};

const actualProjection: Projection<ActualRow, StrategyEvent> = {
  table: actualTable,
  on: {
    ActualReported: (event) => [reported(event)],
    ActualCorrected: (event) => [corrected(event)],
  },
};

/** How the tables of a strategy follow from its events. */
export const strategyProjections = [objectiveProjection, actualProjection] as const;
