import type { Change, Metadata, Recorded, Row } from '@docket/kernel';
import { compositionProjection } from './composition.projection';
import type { CompositionEvent } from './domain/composition';
import type { StrategyEvent } from './domain/strategy';
import {
  added,
  fewerLimits,
  portfolioId,
  reported,
  retired,
  weighed,
} from './domain/strategy/strategy.scenes';
import { strategyProjections } from './strategy.projection';

const [objectives, actuals] = strategyProjections;
const at = '2026-03-02T09:00:00.000Z';
const meta: Metadata = {
  stream: 'docket-strategy-1',
  revision: 0,
  previous: null,
  actor: 'ada',
  authentication: 'test',
  commandId: 'c',
  bodyDigest: 'd',
  correlationId: 'e',
  origin: 'live',
  portfolio: portfolioId,
  recordedAt: at,
  guards: [],
};
const recorded = <E extends StrategyEvent | CompositionEvent>(event: E): Recorded<E> => ({
  ...event,
  id: 'f',
  meta,
  position: '1',
  revision: 0,
  stream: meta.stream,
});

type Rows<R extends Row> = ReadonlyMap<string, Readonly<{ scope: string; row: R }>>;

/** The rows after these changes, by key. */
const laidDown = <R extends Row>(changes: readonly Change<R>[]): Rows<R> =>
  changes.reduce((rows, { key, scope, to }) => {
    const row = to(rows.get(key)?.row);
    return row ? new Map(rows).set(key, { scope, row }) : rows;
  }, new Map<string, Readonly<{ scope: string; row: R }>>());

const changesOf = <R extends Row, E extends StrategyEvent | CompositionEvent>(
  on: Readonly<Record<string, ((event: never) => readonly Change<R>[]) | undefined>>,
  events: readonly E[],
): readonly Change<R>[] => events.flatMap((event) => on[event.type]?.(recorded(event) as never) ?? []);

const corrected = (day: string, former: string, value: string): StrategyEvent => ({
  type: 'ActualCorrected',
  data: { portfolioId, objectiveId: 'limits', day, value, former, reason: 'Recounted.' },
});

describe('the rows of objectives', () => {
  const { description, measure, baseline, target, name } = fewerLimits;
  const stated = { name, description, measure, baseline, target };
  const rowsOf = (...events: readonly StrategyEvent[]) => laidDown(changesOf(objectives.on, events));

  it('begin unweighed, in their portfolio', () =>
    expect([...rowsOf(added('limits'))]).toEqual([
      [
        'limits',
        {
          scope: portfolioId,
          row: {
            ...stated,
            weight: null,
            status: 'active',
            actuals: 0,
            last_actual: null,
            last_revision: null,
          },
        },
      ],
    ]));

  it('follow weights, reports, corrections of the latest day, and the end', () => {
    const rows = rowsOf(
      added('limits'),
      added('trips'),
      weighed({ limits: '0.6', trips: '0.4' }),
      reported('limits', '2026-01-31', '38'),
      reported('limits', '2026-02-28', '36'),
      corrected('2026-02-28', '36', '35'),
      corrected('2026-01-31', '38', '39'),
      retired('trips'),
    );
    expect(rows.get('limits')?.row).toEqual({
      ...stated,
      weight: '0.6',
      status: 'active',
      actuals: 2,
      last_actual: { day: '2026-02-28', value: '35' },
      last_revision: null,
    });
    expect(rows.get('trips')?.row).toMatchObject({ weight: '0.4', status: 'retired', actuals: 0 });
  });

  it('keep when, by whom and why they were last revised; of an old revision nobody knows why', () => {
    const data = { portfolioId, objectiveId: 'limits', ...fewerLimits, description: 'Shorter.' };
    const told = { type: 'ObjectiveRevised', data: { ...data, reason: 'Surveyed.' } } as const;
    const untold = { type: 'ObjectiveRevised', data } as const;
    expect(rowsOf(added('limits'), untold, told).get('limits')?.row).toMatchObject({
      description: 'Shorter.',
      last_revision: { at, by: 'ada', reason: 'Surveyed.' },
    });
    expect(rowsOf(added('limits'), told, untold).get('limits')?.row.last_revision).toEqual({
      ...{ at, by: 'ada', reason: null },
    });
  });

  it.each([
    weighed({ limits: '1' }),
    retired('limits'),
    reported('limits', '2026-01-31', '38'),
    corrected('2026-01-31', '38', '39'),
  ])('stop loudly at what happens to an objective nobody added: $type', (event) =>
    expect(() => rowsOf(event)).toThrow('Objective limits changed before it was added.'),
  );
});

describe('the rows of actuals', () => {
  const rowsOf = (...events: readonly StrategyEvent[]) => laidDown(changesOf(actuals.on, events));

  it('keep each former value with who corrected it and why', () =>
    expect([
      ...rowsOf(
        reported('limits', '2026-01-31', '38'),
        corrected('2026-01-31', '38', '39'),
        corrected('2026-01-31', '39', '37'),
      ),
    ]).toEqual([
      [
        'limits/2026-01-31',
        {
          scope: 'limits',
          row: {
            day: '2026-01-31',
            value: '37',
            note: null,
            reported_by: 'ada',
            reported_at: at,
            corrections: [
              { former: '38', reason: 'Recounted.', by: 'ada', at },
              { former: '39', reason: 'Recounted.', by: 'ada', at },
            ],
          },
        },
      ],
    ]));

  it('stop loudly at a correction of what nobody reported', () =>
    expect(() => rowsOf(corrected('2026-01-31', '38', '39'))).toThrow(
      'was corrected before it was reported',
    ));
});

describe('the rows of a composition', () => {
  const rowsOf = (...events: readonly CompositionEvent[]) =>
    laidDown(changesOf(compositionProjection.on, events));
  const nodeAdded: CompositionEvent = {
    type: 'NodeAdded',
    data: { portfolioId, nodeId: 'roads', kind: 'sub-portfolio', name: 'Roads', parent: null },
  };
  const on = { portfolioId, nodeId: 'roads' };
  const renamed: CompositionEvent = { type: 'NodeRenamed', data: { ...on, name: 'Highways' } };
  const moved: CompositionEvent = { type: 'NodeMoved', data: { ...on, parent: 'city' } };
  const closed: CompositionEvent = { type: 'NodeClosed', data: { ...on, reason: 'Merged.' } };

  it('follow name, place and end of a node', () =>
    expect([...rowsOf(nodeAdded, renamed, moved, closed)]).toEqual([
      [
        'roads',
        {
          scope: portfolioId,
          row: { kind: 'sub-portfolio', name: 'Highways', parent: 'city', lead: null, status: 'closed' },
        },
      ],
    ]));

  it.each([renamed, moved, closed])('stop loudly at what happens to a node nobody added: $type', (event) =>
    expect(() => rowsOf(event)).toThrow('Node roads changed before it was added.'),
  );
});
