import type { DecisionContext } from '@docket/kernel';
import {
  fullCase,
  portfolioId,
  projectId,
  settledPortfolio as portfolio,
} from '../../testing/project.scenes';
import { decider, type ProjectCommand, type ProjectEvent } from '../project';
import { earnedValueOf, KPI_INPUTS } from '.';

const context: DecisionContext = {
  actor: 'ada',
  reach: 'anything',
  at: '2026-03-02T09:00:00.000Z',
  now: '2026-03-02T09:00:00.000Z',
  origin: 'live',
};

/** The commands that record what figures follow from, each with all that it can say. */
const commands: readonly ProjectCommand[] = [
  { type: 'ProposeProject', data: { projectId, portfolioId, portfolio, ...fullCase } },
  { type: 'ClaimForMotion', data: { projectId, portfolio, motionId: 'm1' } },
  { type: 'CarryDecision', data: { projectId, portfolio, motionId: 'm1', bodyId: 'b', outcome: 'go' } },
  {
    type: 'ReportStatus',
    data: {
      projectId,
      portfolio,
      reportedFor: '2026-03-02',
      figures: { plannedValue: '3', earnedValue: '2', actualCost: '4', finish: '2029-03-31' },
      defects: { confirmed: 1, size: '2', sizeUnit: 'kilometre' },
      satisfaction: { asked: 4, responses: 3, favourable: 2, mean: '4' },
      requirements: { assessed: 5, met: 4 },
    },
  },
  { type: 'ClaimForMotion', data: { projectId, portfolio, motionId: 'm2' } },
  { type: 'CarryDecision', data: { projectId, portfolio, motionId: 'm2', bodyId: 'b', outcome: 'complete' } },
];

const recorded = (): readonly ProjectEvent[] => {
  const events: ProjectEvent[] = [];
  for (const command of commands) {
    const verdict = decider.decide(command, events.reduce(decider.evolve, decider.initialState()), context);
    if (verdict.outcome === 'refused') throw new Error(verdict.refusal.message);
    events.push(...verdict.events);
  }
  return events;
};

const fieldOf = (data: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], data);

/** Names of figures as they are nested; the two baselines tell the same. */
const namesOf = (figures: object, within = ''): readonly string[] =>
  Object.entries(figures).flatMap(([name, one]: [string, object]) =>
    'value' in one ? [`${within}${name}`] : namesOf(one, `${within}${name}.`),
  );

describe('the inputs of each figure', () => {
  const events = recorded();
  const { performance, quality, against } = earnedValueOf({
    currency: 'GBP',
    report: { figures: {} },
    baseline: undefined,
    completed: false,
  });
  const names = [performance, quality, against.original].flatMap((one) => namesOf(one));

  it('are written down for every figure, and for none that is not there', () =>
    expect(Object.keys(KPI_INPUTS).sort()).toEqual([...names].sort()));

  it.each(
    Object.entries(KPI_INPUTS).flatMap(([kpi, inputs]) => inputs.map((input) => [kpi, input] as const)),
  )('of %s are recorded by a command: %j', (_, { event, field }) =>
    expect(
      events.filter(({ type, data }) => type === event && fieldOf(data, field) !== undefined).length,
    ).toBeGreaterThan(0),
  );
});
