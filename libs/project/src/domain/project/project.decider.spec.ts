import type { DecisionContext } from '@docket/kernel';
import { specFor } from '@docket/kernel/testing';
import * as fc from 'fast-check';
import { decider, Project, type Outcome, type ProjectCommand, type ProjectEvent } from '.';
import {
  bodyId,
  businessCase,
  carried,
  claimed,
  historyReached,
  imported,
  knownIn,
  portfolioId,
  projectId,
  proposed,
  row,
  settledPortfolio as portfolio,
} from '../../testing/project.scenes';

const after = (...events: ProjectEvent[]) => events.reduce(decider.evolve, decider.initialState());

describe('what others gather of a project', () => {
  it('is its people, its standing and the motion open on it', () =>
    expect(after(proposed, claimed('m1'))).toMatchObject({
      status: 'proposed',
      portfolioId,
      name: 'Digital land register',
      proposer: 'ada',
      sponsor: 'grace',
      manager: 'linus',
      openMotion: 'm1',
    }));

  it('names no motion once it is decided, and keeps the baseline as authorised', () => {
    const baseline = { wholeLifeCost: '48250000', start: '2026-09-01', finish: '2029-03-31' };
    const authorised = { ...carried('m1', 'go'), data: { ...carried('m1', 'go').data, baseline } };
    const state = after(proposed, claimed('m1'), authorised, claimed('m2'), carried('m2', 'hold'));
    expect(state).toMatchObject({ status: 'held', baseline: { original: baseline, current: baseline } });
    expect(state).not.toHaveProperty('openMotion');
  });

  it('keeps the first baseline as the original, whatever a later decision sets', () => {
    const [first, second, third] = ['100', '200', '300'].map((wholeLifeCost) => ({
      wholeLifeCost,
      start: '2026-09-01',
      finish: '2029-03-31',
    }));
    const authorised = (motionId: string, baseline: typeof first) => ({
      ...carried(motionId, 'go'),
      data: { ...carried(motionId, 'go').data, baseline },
    });
    expect(
      after(proposed, authorised('m1', first), authorised('m2', second), authorised('m3', third)),
    ).toMatchObject({ baseline: { original: first, current: third } });
  });

  it('stands on the timeline of its portfolio', () => {
    expect(Project.portfolioOf(after(imported))).toBe(portfolioId);
    expect(Project.portfolioOf(after())).toBeUndefined();
  });
});

describe('a right that covers only what is one’s own', () => {
  const { given } = specFor(decider);
  const withdraw = { type: 'WithdrawProposal', data: { projectId, portfolio, reason: 'No.' } } as const;
  const report = {
    type: 'ReportStatus',
    data: { projectId, portfolio, reportedFor: '2026-03-02', figures: {} },
  } as const;
  const { name, ...handedOver } = { ...businessCase, manager: 'otto' };
  const revised = { type: 'ProposalRevised', data: { projectId, name, ...handedOver } } as const;

  it.each(['ada', 'grace', 'linus'])('reaches what %s proposes, sponsors or manages', (actor) =>
    given(proposed)
      .when(withdraw, { actor, reach: 'own' })
      .then({ type: 'ProposalWithdrawn', data: { projectId, reason: 'No.' } }),
  );

  it('does not reach the projects of others', () =>
    given(proposed).when(withdraw, { actor: 'mallory', reach: 'own' }).thenRefused('not-yours'));

  it('ends when the project is handed over', () =>
    given(proposed, revised).when(withdraw, { actor: 'linus', reach: 'own' }).thenRefused('not-yours'));

  it('reaches nothing of a list, which names nobody', () =>
    given(imported).when(report, { actor: 'linus', reach: 'own' }).thenRefused('not-yours'));

  it('is no matter to whoever may do it to anything', () =>
    given(proposed)
      .when(withdraw, { actor: 'otto', reach: 'anything' })
      .then({ type: 'ProposalWithdrawn', data: { projectId, reason: 'No.' } }));
});

const outcomes: readonly Outcome[] = [
  'go',
  'conditional-go',
  'hold',
  'recycle',
  'defer',
  'reject',
  'kill',
  'complete',
];
const years = fc.integer({ min: 2014, max: 2020 });
const motions = fc.constantFrom('m1', 'm2', 'm3');

/** Any command of one year; history has reached that year. */
const commands: fc.Arbitrary<Readonly<{ command: ProjectCommand; year: number }>> = years.chain((year) => {
  const on = { projectId, portfolio: historyReached(year) };
  const source = row(year);
  const day = `${year}-07-01`;
  const cost = fc.constantFrom('100', '200.50', '100.0');
  const name = fc.constantFrom('Crossrail', 'Elizabeth line');
  return fc
    .oneof(
      cost.map((wholeLifeCost): ProjectCommand => ({
        type: 'ProposeProject',
        data: { ...on, portfolioId, ...businessCase, wholeLifeCost },
      })),
      cost.map((wholeLifeCost): ProjectCommand => ({
        type: 'ReviseBusinessCase',
        data: { ...on, ...businessCase, wholeLifeCost },
      })),
      fc.constant<ProjectCommand>({ type: 'WithdrawProposal', data: { ...on, reason: 'No.' } }),
      name.map((said): ProjectCommand => ({
        type: 'ImportAuthorisedProject',
        data: { ...on, portfolioId, source, name: said },
      })),
      name.map((said): ProjectCommand => ({
        type: 'RedescribeProject',
        data: { ...on, source, name: said },
      })),
      cost.map((budget): ProjectCommand => ({
        type: 'ReportStatus',
        data: { ...on, reportedFor: day, figures: { budget }, source },
      })),
      fc.tuple(cost, fc.constantFrom('Mistyped.', ' ')).map(([budget, reason]): ProjectCommand => ({
        type: 'CorrectReport',
        data: { ...on, reportedFor: day, figures: { budget }, reason },
      })),
      fc.constant<ProjectCommand>({
        type: 'NoteDeparture',
        data: { ...on, absentFrom: day, source: source.file },
      }),
      fc.constant<ProjectCommand>({ type: 'NoteReturn', data: { ...on, presentFrom: day, source } }),
      motions.map((motionId): ProjectCommand => ({ type: 'ClaimForMotion', data: { ...on, motionId } })),
      motions.map((motionId): ProjectCommand => ({ type: 'ReleaseMotion', data: { ...on, motionId } })),
      fc.tuple(motions, fc.constantFrom(...outcomes)).map(([motionId, outcome]): ProjectCommand => ({
        type: 'CarryDecision',
        data: { ...on, motionId, bodyId, outcome },
      })),
    )
    .map((command) => ({ command, year }));
});

const atImport = (year: number): DecisionContext => ({
  actor: 'ada',
  reach: 'anything',
  at: knownIn(year),
  now: '2026-03-02T09:00:00.000Z',
  origin: 'import',
});

it('a command repeated on its own result changes nothing or is refused', () => {
  fc.assert(
    fc.property(fc.array(commands, { maxLength: 30 }), (asked) => {
      let state = decider.initialState();
      for (const { command, year } of asked) {
        const context = atImport(year);
        const verdict = decider.decide(command, state, context);
        if (verdict.outcome === 'refused') continue;
        state = verdict.events.reduce(decider.evolve, state);
        const again = decider.decide(command, state, context);
        expect(again.outcome === 'refused' ? [] : again.events).toEqual([]);
      }
    }),
    { numRuns: 300 },
  );
});

it('nothing but a decision, a withdrawal or a list moves a project from one state to another', () => {
  const moved: string[] = [];
  fc.assert(
    fc.property(fc.array(commands, { minLength: 30, maxLength: 60 }), (asked) => {
      let state = decider.initialState();
      for (const { command, year } of asked) {
        const verdict = decider.decide(command, state, atImport(year));
        if (verdict.outcome === 'refused') continue;
        for (const event of verdict.events) {
          const next = decider.evolve(state, event);
          if (next.status !== state.status) moved.push(event.type);
          state = next;
        }
      }
    }),
    { numRuns: 300 },
  );
  expect([...new Set(moved)].sort()).toEqual([
    'AuthorisedProjectImported',
    'DecisionCarried',
    'DepartureNoted',
    'ProjectProposed',
    'ProposalWithdrawn',
    'ReturnNoted',
  ]);
});
