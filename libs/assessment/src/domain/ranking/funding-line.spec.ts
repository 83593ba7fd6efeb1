import fc from 'fast-check';
import { Decimal } from '@docket/kernel';
import type { CostDifference } from '../measures/funded-cost';
import { drawLine, type Costed, type FundingRule } from './funding-line';
import type { RankedRow } from './rank';

const row = (id: string, rank: number | null, score: string | null = null): RankedRow => ({
  rank,
  reason: 'Because.',
  id,
  name: id.toUpperCase(),
  score,
  coverage: '1',
  tieBreak: [],
  contributions: [],
});

/** A cost in the business case, and the reason of a must-have. */
type Short = Readonly<{ cost?: string; mustHave?: string; differs?: CostDifference }>;

const draw = (
  rows: readonly RankedRow[],
  costed: Readonly<Record<string, Short>>,
  rule: FundingRule,
  budget?: string,
) => {
  const costedOf = ({ cost, mustHave, differs }: Short): Costed => ({
    cost: cost === undefined ? undefined : { amount: cost, basis: 'business-case' },
    mustHave:
      mustHave === undefined ? undefined : { reason: mustHave, since: '2026-01-01T00:00:00.000Z', by: 'pmo' },
    ...(differs ? { differsFromBaseline: differs } : {}),
  });
  return drawLine(rows, (id) => costedOf(costed[id] ?? {}), {
    rule,
    ...(budget === undefined ? {} : { budget }),
  });
};

const stands = ({ rows }: ReturnType<typeof draw>) => rows.map(({ id, funded }) => `${id} ${funded}`);

/** The example of the KPI definitions: values 60, 100, 120 at costs 10, 20, 30, ranked by value for cost, under 50. */
describe('the line of three under a budget of 50', () => {
  const rows = [row('a', 1, '6'), row('b', 2, '5'), row('c', 3, '4')];
  const costs = { a: { cost: '10' }, b: { cost: '20' }, c: { cost: '30' } };
  const values: Readonly<Record<string, number>> = { a: 60, b: 100, c: 120 };
  const reached = ({ rows: drawn }: ReturnType<typeof draw>) =>
    drawn.reduce((sum, { id, funded }) => sum + (funded === 'above' ? (values[id] ?? 0) : 0), 0);

  it.each(['stop', 'fill'] as const)('reaches 160 by rank (%s), where the best mix reaches 220', (rule) => {
    const line = draw(rows, costs, rule, '50');
    expect([line.rule, line.sum, line.left, line.lineRank, reached(line)]).toEqual([
      rule,
      '30',
      '20',
      3,
      160,
    ]);
    expect(line.rows.map(({ cumulated, shortBy }) => [cumulated, shortBy])).toEqual([
      ['10', null],
      ['30', null],
      [null, '10'],
    ]);
    expect((values.b ?? 0) + (values.c ?? 0)).toBe(220);
  });

  it('is spent exactly at a budget of 60', () =>
    expect(draw(rows, costs, 'stop', '60.00')).toMatchObject({ sum: '60', left: '0', lineRank: null }));

  it('is limited by nothing without a budget', () =>
    expect(draw(rows, costs, 'stop')).toMatchObject({ budget: null, left: null, lineRank: null, sum: '60' }));
});

describe('what is past the first that breaches the budget', () => {
  const rows = [row('a', 1), row('b', 2), row('c', 3), row('d', 4)];
  const costs = { a: { cost: '30' }, b: { cost: '40' }, c: { cost: '15' }, d: { cost: '10' } };

  it('stands below where the rule is to stop, and needs all before it', () => {
    const line = draw(rows, costs, 'stop', '50');
    expect(stands(line)).toEqual(['a above', 'b below', 'c below', 'd below']);
    expect(line.rows.map(({ shortBy }) => shortBy)).toEqual([null, '20', '35', '45']);
  });

  it('stands above where the rule is to fill and it fits', () => {
    const line = draw(rows, costs, 'fill', '50');
    expect(stands(line)).toEqual(['a above', 'b below', 'c above', 'd below']);
    expect([line.sum, line.left, line.lineRank]).toEqual(['45', '5', 2]);
    expect(line.rows.map(({ shortBy }) => shortBy)).toEqual([null, '20', null, '5']);
  });
});

describe('a cost below nothing, as a list may have it', () => {
  const rows = [row('a', 1), row('b', 2), row('m', 3)];

  it('brings nothing back above the line that has stopped', () => {
    const line = draw(rows, { a: { cost: '60' }, b: { cost: '-40' } }, 'stop', '50');
    expect(stands(line)).toEqual(['a below', 'b below', 'm cost-unknown']);
    expect(line.rows[1]?.reason).toBe('It comes after rank 1, where the budget ends.');
  });

  it.each(['stop', 'fill'] as const)('funds nothing beside must-haves that exceed the budget (%s)', (rule) =>
    expect(stands(draw(rows, { m: { cost: '60', mustHave: 'x' }, a: { cost: '-40' } }, rule, '50'))).toEqual([
      'm must-have',
      'a below',
      'b cost-unknown',
    ]),
  );
});

describe('must-haves', () => {
  const rows = [row('a', 1), row('b', 2), row('m', 3), row('u', null)];
  const costed = {
    a: { cost: '10' },
    b: { cost: '10' },
    m: { cost: '25', mustHave: 'The law says so.' },
    u: { cost: '5', mustHave: 'It holds the roof.' },
  };

  it('stand above the line first, in rank order, with their reason, ranked or not', () => {
    const line = draw(rows, costed, 'stop', '45');
    expect(stands(line)).toEqual(['m must-have', 'u must-have', 'a above', 'b below']);
    expect(line.rows[0]).toMatchObject({ reason: 'The law says so.', cumulated: '25', rank: 3 });
    expect(line).toMatchObject({ sum: '40', lineRank: 2, mustHavesExceedBudget: false });
  });

  it('say by whom they were marked and since when; others say nothing', () =>
    expect(draw(rows, costed, 'stop', '45').rows.map(({ mustHave }) => mustHave?.by ?? null)).toEqual([
      'pmo',
      'pmo',
      null,
      null,
    ]));

  it.each(['stop', 'fill'] as const)(
    'that alone exceed the budget leave nothing to the rest (%s)',
    (rule) => {
      const line = draw(rows, { ...costed, a: { cost: '0' } }, rule, '29');
      expect(line).toMatchObject({ mustHavesExceedBudget: true, sum: '30', left: '-1', lineRank: 1 });
      expect(stands(line)).toEqual(['m must-have', 'u must-have', 'a below', 'b below']);
      expect(line.rows[3]?.reason).toBe('The must-haves alone exceed the budget: nothing else is funded.');
    },
  );
});

it.each(['stop', 'fill'] as const)(
  'must-haves that alone exceed the budget leave it short of them and of all that stands before (%s)',
  (rule) => {
    const costs = { m: { cost: '60', mustHave: 'x' }, a: { cost: '10' }, b: { cost: '5' } };
    const line = draw([row('a', 1), row('b', 2), row('m', 3)], costs, rule, '50');
    expect(line.rows.map(({ id, shortBy }) => [id, shortBy])).toEqual([
      ['m', null],
      ['a', '20'],
      ['b', '25'],
    ]);
  },
);

describe('what takes no part', () => {
  it('is listed apart with the reason: no rank, no known cost', () => {
    const line = draw(
      [row('a', 1), row('b', 2), row('u', null)],
      { b: { cost: '10' }, u: { cost: '10' } },
      'stop',
      '100',
    );
    expect(stands(line)).toEqual(['b above', 'u unranked', 'a cost-unknown']);
    expect(line.rows.map(({ reason }) => reason).slice(1)).toEqual([
      'Because.',
      'No report that stands and no business case gives its whole-life cost: it takes no part.',
    ]);
    expect(line.sum).toBe('10');
  });
});

it('says of each what it counts at, and where that is another than its case or its report gives', () => {
  const differs = { baseline: '10', businessCase: '12', reported: null };
  const line = draw(
    [row('a', 1), row('b', 2)],
    { a: { cost: '10', differs }, b: { cost: '5' } },
    'stop',
    '10',
  );
  expect(
    line.rows.map(({ cost, differsFromBaseline }) => [cost?.amount, cost?.basis, differsFromBaseline]),
  ).toEqual([
    ['10', 'business-case', differs],
    ['5', 'business-case', null],
  ]);
});

describe('whatever the costs and the budget', () => {
  const costs = fc.array(fc.record({ cost: fc.nat(60), must: fc.boolean() }), { maxLength: 25 });

  it('the sum is that of what is funded, within the budget but for must-haves, and filling never funds less', () =>
    fc.assert(
      fc.property(costs, fc.nat(400), (all, budget) => {
        const rows = all.map((_, index) => row(`${index}`, index + 1));
        const costed = Object.fromEntries(
          all.map(({ cost, must }, index) => [
            index,
            { cost: `${cost}`, ...(must && cost < 10 ? { mustHave: 'x' } : {}) },
          ]),
        );
        const [stop, fill] = (['stop', 'fill'] as const).map((rule) => draw(rows, costed, rule, `${budget}`));
        for (const line of [stop, fill]) {
          const funded = line?.rows.filter((one) => one.cumulated !== null) ?? [];
          const sum = Decimal.sum(funded.map(({ cost }) => Decimal.of(cost?.amount ?? '0')));
          expect(line?.sum).toBe(sum.toString());
          expect(line?.mustHavesExceedBudget || sum.compare(Decimal.of(budget)) <= 0).toBe(true);
          const first = line?.rows.find((one) => one.funded === 'below');
          expect([line?.lineRank, Number(first?.shortBy ?? 1) > 0 || line?.mustHavesExceedBudget]).toEqual([
            first?.rank ?? null,
            true,
          ]);
        }
        const above = (line: typeof stop) => line?.rows.filter((one) => one.funded === 'above').length ?? 0;
        expect(above(fill)).toBeGreaterThanOrEqual(above(stop));
      }),
    ));
});
