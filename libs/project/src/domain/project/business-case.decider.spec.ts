import { specFor } from '@docket/kernel/testing';
import * as fc from 'fast-check';
import { decider, type ProjectEvent, type StatedCase } from '.';
import {
  businessCase,
  carried,
  claimed,
  fullCase,
  imported,
  portfolioId,
  projectId,
  proposed,
  settledPortfolio as portfolio,
  writtenCase,
} from '../../testing/project.scenes';

const { given } = specFor(decider);
const propose = (change: Partial<StatedCase> = {}) =>
  ({ type: 'ProposeProject', data: { projectId, portfolioId, portfolio, ...fullCase, ...change } }) as const;
const revise = (stated: StatedCase) =>
  ({ type: 'ReviseBusinessCase', data: { projectId, portfolio, ...stated } }) as const;
const proposedInFull: ProjectEvent = {
  type: 'ProjectProposed',
  data: { projectId, portfolioId, proposer: 'ada', proposedOn: '2026-03-02', ...writtenCase },
};
const [backlog, fees] = fullCase.benefits;
const [law] = fullCase.risks;
const [engineer] = fullCase.demand;

describe('a full business case', () => {
  it('is written in one form: amounts canonical, lists in order, texts of risks among the words', () =>
    given().when(propose()).then(proposedInFull));

  it('in another order, with other zeros, is the same case', () =>
    given(proposedInFull)
      .when(
        revise({
          ...fullCase,
          tags: [...fullCase.tags].reverse(),
          budgetByYear: [...fullCase.budgetByYear].reverse(),
          benefits: [...fullCase.benefits].reverse(),
          risks: [...fullCase.risks].reverse(),
          wholeLifeCost: '0048250000.00',
        }),
      )
      .thenNothing());

  it('may say as little as it did before there were lists', () =>
    given()
      .when({ type: 'ProposeProject', data: { projectId, portfolioId, portfolio, ...businessCase } })
      .then(proposed));

  it('takes lists of nothing for nothing said', () =>
    given(proposed)
      .when(revise({ ...businessCase, tags: [], budgetByYear: [], demand: [], benefits: [], risks: [] }))
      .thenNothing());

  it('expects other benefits than in money beside', () =>
    given()
      .when(propose({ benefits: [backlog] }))
      .then({
        ...proposedInFull,
        data: { ...proposedInFull.data, benefits: [writtenCase.benefits[0]] },
      }));

  it.each<
    [string, Partial<StatedCase>, Parameters<ReturnType<ReturnType<typeof given>['when']>['thenRefused']>[0]]
  >([
    ['ending before it starts', { finish: '2026-08-31' }, 'finish-before-start'],
    [
      'a budget for a year before it starts',
      { budgetByYear: [{ year: 2025, amount: '48250000' }] },
      'budget-year-outside-dates',
    ],
    [
      'a budget for a year after it ends',
      { budgetByYear: [{ year: 2030, amount: '48250000' }] },
      'budget-year-outside-dates',
    ],
    [
      'a budget for no year at all',
      { budgetByYear: [{ year: Number.NaN, amount: '48250000' }] },
      'budget-year-outside-dates',
    ],
    [
      'two budgets for a year',
      {
        budgetByYear: [
          { year: 2026, amount: '48249999' },
          { year: 2026, amount: '1' },
        ],
      },
      'budget-year-twice',
    ],
    [
      'budgets that do not add up to the cost',
      { budgetByYear: [{ year: 2026, amount: '48249999.99' }] },
      'budget-does-not-sum',
    ],
    ['a budget that is no number', { budgetByYear: [{ year: 2026, amount: '£1' }] }, 'amount-malformed'],
    ['a budget below zero', { budgetByYear: [{ year: 2026, amount: '-1' }] }, 'amount-negative'],
    ['demand in no month', { demand: [{ ...engineer, month: '2026-13' }] }, 'month-malformed'],
    ['demand before it starts', { demand: [{ ...engineer, month: '2026-08' }] }, 'demand-outside-dates'],
    ['demand after it ends', { demand: [{ ...engineer, month: '2029-04' }] }, 'demand-outside-dates'],
    ['demand of one skill twice in a month', { demand: [engineer, engineer] }, 'demand-twice'],
    ['demand for no hours', { demand: [{ ...engineer, hours: '0.00' }] }, 'demand-without-hours'],
    ['demand below zero', { demand: [{ ...engineer, hours: '-1' }] }, 'amount-negative'],
    ['a benefit nobody owns', { benefits: [{ ...fees, owner: undefined }] }, 'benefit-without-owner'],
    ['a benefit whose owner is blank', { benefits: [{ ...fees, owner: ' ' }] }, 'benefit-without-owner'],
    ['two benefits of one id', { benefits: [backlog, { ...backlog, name: 'Other' }] }, 'benefit-twice'],
    [
      'two increments of a day',
      { benefits: [{ ...backlog, planned: [...backlog.planned, ...backlog.planned] }] },
      'increment-twice',
    ],
    [
      'an increment on no day',
      { benefits: [{ ...backlog, planned: [{ day: '2029-02-30', amount: '1' }] }] },
      'day-malformed',
    ],
    [
      'an increment below zero',
      { benefits: [{ ...backlog, planned: [{ day: '2029-02-28', amount: '-1' }] }] },
      'amount-negative',
    ],
    [
      'benefits in money that do not add up to those expected',
      { expectedBenefits: '131000000.01' },
      'benefits-do-not-sum',
    ],
    ['two risks of one id', { risks: [law, law] }, 'risk-twice'],
    ['a risk more likely than certain', { risks: [{ ...law, probability: 6 }] }, 'risk-off-scale'],
    ['a risk of half an impact', { risks: [{ ...law, impact: 2.5 }] }, 'risk-off-scale'],
    ['a risk of no impact', { risks: [{ ...law, impact: 0 }] }, 'risk-off-scale'],
  ])('with %s is refused, proposed or revised', (_, change, code) => {
    given().when(propose(change)).thenRefused(code);
    given(proposed)
      .when(revise({ ...fullCase, ...change }))
      .thenRefused(code);
  });
});

describe('keeping the business case current', () => {
  const authorised = [proposed, claimed('m1'), carried('m1', 'go')] as const;
  const later = { ...businessCase, finish: '2031-03-31', wholeLifeCost: '60000000' };
  const revised: ProjectEvent = { type: 'BusinessCaseRevised', data: { projectId, ...later } };

  it('goes on once it is authorised', () =>
    given(...authorised)
      .when(revise(later))
      .then(revised));

  it('goes on while it is held', () =>
    given(...authorised, claimed('m2'), carried('m2', 'hold'))
      .when(revise(later))
      .then(revised));

  it('says nothing when nothing differs', () =>
    given(...authorised, revised)
      .when(revise(later))
      .thenNothing());

  it('waits for the motion that is open on it', () =>
    given(...authorised, claimed('m2'))
      .when(revise(later))
      .thenRefused('motion-already-open'));

  it('gives work of a list its first case, beside what the list says', () => {
    given(imported).when(revise(later)).then(revised);
    const state = [imported, revised].reduce(decider.evolve, decider.initialState());
    expect(state).toMatchObject({ status: 'authorised', manager: 'linus', businessCase: later });
  });

  it('leaves the baseline as it was authorised', () => {
    const figures = { wholeLifeCost: '48250000', start: '2026-09-01', finish: '2029-03-31' };
    const go = carried('m1', 'go');
    const decided = { ...go, data: { ...go.data, baseline: figures } };
    const state = [proposed, claimed('m1'), decided, revised].reduce(decider.evolve, decider.initialState());
    expect(state).toMatchObject({
      businessCase: later,
      baseline: { original: figures, current: figures },
    });
  });
});

it('however it is stated, the same case again changes nothing', () => {
  const amount = fc.integer({ min: 0, max: 999 }).map(String);
  const list = <T>(of: fc.Arbitrary<T>) => fc.array(of, { maxLength: 3 });
  const stated = fc.record({
    tags: list(fc.constantFrom('b', 'a', ' a')),
    budgetByYear: list(fc.record({ year: fc.constantFrom(2026, 2028, 2040), amount })),
    demand: list(
      fc.record({
        skill: fc.constantFrom('x', 'y'),
        month: fc.constantFrom('2027-01', '2027-02'),
        hours: amount,
      }),
    ),
    risks: list(
      fc.record({
        id: fc.constantFrom('r1', 'r2'),
        description: fc.string(),
        probability: fc.nat(6),
        impact: fc.constant(2),
      }),
    ),
    wholeLifeCost: amount,
  });
  let accepted = 0;
  fc.assert(
    fc.property(stated, (lists) => {
      const command = revise({ ...businessCase, ...lists });
      const context = {
        actor: 'ada',
        reach: 'anything',
        at: '2026-03-02T09:00:00.000Z',
        now: '2026-03-02T09:00:00.000Z',
        origin: 'live',
      } as const;
      const before = decider.evolve(decider.initialState(), proposed);
      const verdict = decider.decide(command, before, context);
      if (verdict.outcome === 'refused') return;
      accepted += 1;
      const again = decider.decide(command, verdict.events.reduce(decider.evolve, before), context);
      expect(again).toEqual({ outcome: 'accepted', events: [] });
    }),
    { numRuns: 2_000 },
  );
  expect(accepted).toBeGreaterThan(20);
});
