import {
  carriedBy,
  claimedAsAsked,
  claimedBy,
  COMPONENT,
  isSameMatter,
  type About,
  type AskedMatter,
} from './matter';

const northern: About = { matter: COMPONENT, projectId: 'northern' };
const slate: About = {
  matter: {
    on: 'slate',
    components: [
      { projectId: 'northern', ask: 'go' },
      { projectId: 'southern', ask: 'kill' },
    ],
  },
  projectId: null,
};
const budget = (year: number, amount: string): About => ({
  matter: { on: 'budget', year, amount },
  projectId: null,
});
const waiver = (conditionId: string): About => ({
  matter: { on: 'waiver', conditionId },
  projectId: 'northern',
});

describe('what a motion claims', () => {
  it('is its component, or each of a slate', () =>
    expect([claimedBy(northern), claimedBy(slate)]).toEqual([['northern'], ['northern', 'southern']]));
  it('is claimed in one order, however a slate names it', () => {
    const { matter } = slate as Readonly<{ matter: Extract<AskedMatter, { on: 'slate' }> }>;
    const turned = { ...matter, components: matter.components.toReversed() };
    expect(claimedAsAsked({ matter: turned })).toEqual(['northern', 'southern']);
  });
  it('is nothing of a waiver, so that the work goes on meanwhile, nor of what has no component', () =>
    expect([claimedBy(waiver('survey')), claimedBy(budget(2027, '5'))]).toEqual([[], []]));
});

describe('what is decided on each component', () => {
  it('is the outcome, and of a slate what was asked of it', () => {
    expect(carriedBy(northern, 'hold')).toEqual([{ projectId: 'northern', ask: 'hold' }]);
    expect(carriedBy(slate, 'go').map(({ ask }) => ask)).toEqual(['go', 'kill']);
  });
});

describe('two motions are about the same', () => {
  const reBaseline: About = { matter: { on: 're-baseline' }, projectId: 'northern' };
  const turned: About = {
    matter: {
      on: 'slate',
      components: [
        { projectId: 'southern', ask: 'go' },
        { projectId: 'northern', ask: 'go' },
      ],
    },
    projectId: null,
  };
  const model = (digest: string): About => ({
    matter: { on: 'scoring-model', modelId: 'worth', digest },
    projectId: null,
  });

  it.each<[string, About, About]>([
    ['a component and its new baseline', northern, reBaseline],
    ['slates of the same components, in any order and whatever is asked', slate, turned],
    ['budgets of one year, whatever the amount', budget(2027, '5'), budget(2027, '8')],
    ['a model that was revised in between', model('a'), model('b')],
  ])('%s', (_, one, other) => expect(isSameMatter(one, other)).toBe(true));

  it.each<[string, About, About]>([
    ['two components', northern, { ...northern, projectId: 'southern' }],
    ['a component and a slate with it', northern, slate],
    ['budgets of two years', budget(2027, '5'), budget(2028, '5')],
    ['two conditions of one component', waiver('survey'), waiver('permit')],
  ])('not %s', (_, one, other) => expect(isSameMatter(one, other)).toBe(false));
});
