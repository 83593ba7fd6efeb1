import { ProposeProjectCommand, ReviseBusinessCaseCommand } from '@docket/project';
import { modelIdOf } from '../../domain/scoring-model';
import { aCriterion, aDefinition, aRatedCriterion } from '../../domain/scoring-model/models.fixture';
import { assesses, opensWithProposals } from '../../testing/assessed-portfolio';
import { hasModel } from '../../testing/imported-history';
import { Office, portfolioId } from '../../testing/office';
import { LetterQuery } from '../letter/letter.query';
import type { LineParams } from '../funding-line/funding-line';
import { RankingQuery } from '../ranking/ranking.query';
import { SwapQuery } from './swap.query';

/** Worth a point more from 1, 1.5, 2 and 3 on. */
const ratio = aCriterion({
  ...{ id: 'ratio', name: 'Benefit-cost ratio', weight: '0.7', direction: 'benefit' },
  measure: 'benefit-cost-ratio',
  scale: {
    ...{ kind: 'bands', maximum: '5', unit: 'times' },
    bands: ['', '1', '1.5', '2', '3'].map((from, points, all) => ({
      ...{ from: points === 0 ? null : from, below: all[points + 1] ?? null },
      ...{ points: `${points}`, meaning: `${points} points.` },
    })),
  },
});
const size = aCriterion({
  ...{ id: 'size', name: 'Size', weight: '0.3', direction: 'cost' },
  scale: {
    ...{ kind: 'bands', maximum: '5', unit: 'GBP' },
    bands: [
      { from: null, below: '5000000', points: '0', meaning: 'Small.' },
      { from: '5000000', below: null, points: '5', meaning: 'Large.' },
    ],
  },
});

describe('a change of what one person states', () => {
  let office: Office;
  let [bridge, tunnel, ferry] = ['', '', ''];

  const stated = (name: string, wholeLifeCost: string, expectedBenefits: string) => ({
    ...{ portfolioId, name, summary: 'So.', sponsor: 'grace', manager: 'linus' },
    ...{ wholeLifeCost, expectedBenefits, start: '2026-04-01', finish: '2028-04-01' },
  });
  const proposes = async (name: string, cost: string, benefits: string) => {
    const request = office.requestOf('ada', 'propose', name);
    return (await office.does(new ProposeProjectCommand(request, stated(name, cost, benefits)))).id;
  };
  const revises = async (projectId: string, name: string, cost: string, benefits: string) => {
    const { portfolioId: _, ...data } = { ...stated(name, cost, benefits), projectId };
    await office.does(new ReviseBusinessCaseCommand(office.request('revise', `${name} ${cost}`), data));
  };
  const swap = async (projectId: string, side: 'above' | 'below' = 'above') => {
    const query = new SwapQuery(await office.reading(), { portfolioId, projectId, with: side });
    const answer = await office.queries.execute(query);
    if ('outcome' in answer) throw new Error(answer.refusal.code);
    return answer;
  };
  const letter = async (projectId: string, line: LineParams) => {
    const query = new LetterQuery(await office.reading(), { portfolioId, projectId, ...line });
    const answer = await office.queries.execute(query);
    if ('outcome' in answer) throw new Error(answer.refusal.code);
    return answer;
  };
  const ranked = async () => {
    const answer = await office.queries.execute(new RankingQuery(await office.reading(), { portfolioId }));
    return 'rows' in answer ? answer.rows.map(({ name }) => name) : [];
  };

  beforeEach(async () => {
    office = await Office.open();
    await office.opens();
    await hasModel(office, 'Ratio', aDefinition([ratio, size]));
    tunnel = await proposes('Tunnel', '4000000', '8400000');
    bridge = await proposes('Bridge', '4000000', '6000000');
    ferry = await proposes('Ferry', '6000000', '6600000');
  });
  afterEach(() => office.close());

  it('is told with its amount and all that it makes of each criterion', async () => {
    expect(await ranked()).toEqual(['Tunnel', 'Bridge', 'Ferry']);
    const { swap: told, sentence } = await swap(bridge);
    expect(told).toMatchObject({
      ...{ component: { name: 'Bridge' }, input: 'case-cost', from: '4000000', to: '3000000' },
      criteria: [
        { criterion: 'ratio', from: { value: '1.5', points: '2' }, to: { value: '2', points: '3' } },
        { criterion: 'size', from: { points: '0' }, to: { points: '0' } },
      ],
    });
    expect(sentence).toBe(
      'The smallest single change that would put “Bridge” above “Tunnel”: whole-life cost in the business case of “Bridge” at GBP 3,000,000 ' +
        'instead of GBP 4,000,000, which makes Benefit-cost ratio 2 times instead of 1.5 times (3 points) and adds 0.700. ' +
        'Then “Bridge” stands 1 instead of 2 and “Tunnel” stands 2 instead of 1.',
    );
  });

  it('is told of the other side to the cent, and the ratio to as many places as it takes to see', async () => {
    const { sentence } = await swap(tunnel, 'below');
    expect(sentence).toContain('The smallest single change that would let “Bridge” above “Tunnel”: ');
    expect(sentence).toContain(
      'expected benefits of “Tunnel” at GBP 7,999,999.99 instead of GBP 8,400,000, which makes Benefit-cost ratio just below 2 times instead of 2.1 times',
    );
  });

  it('swaps them once it is stated', async () => {
    const { swap: told } = await swap(bridge);
    await revises(bridge, 'Bridge', told?.to ?? '', '6000000');
    expect(await ranked()).toEqual(['Bridge', 'Tunnel', 'Ferry']);
  });

  it('of a cost moves every criterion that reads it', async () => {
    const { swap: told, sentence } = await swap(ferry);
    expect(told).toMatchObject({
      component: { name: 'Ferry' },
      input: 'case-cost',
      from: '6000000',
      to: '3300000',
    });
    expect(told?.criteria.map(({ criterion }) => criterion)).toEqual(['size', 'ratio']);
    expect(sentence).toContain(
      'which puts Size on 0 (Small), which makes Benefit-cost ratio 2 times instead of 1.1 times (3 points) and adds 2.900',
    );
    await revises(ferry, 'Ferry', told?.to ?? '', '6600000');
    expect(await ranked()).toEqual(['Ferry', 'Tunnel', 'Bridge']);
  });

  it('says who else moves with it', async () => {
    for (const name of ['Canal', 'Dock']) await proposes(name, '6000000', '6600000');
    expect(await ranked()).toEqual(['Tunnel', 'Bridge', 'Canal', 'Dock', 'Ferry']);
    const { sentence, swap: told } = await swap(ferry);
    expect(told?.others).toEqual([{ id: expect.any(String), name: 'Canal', before: 3, after: 4 }]);
    expect(sentence).toContain('“Dock” stands 5 instead of 4. Others move, too: “Canal” (3 → 4).');
  });

  it('tells a proposer what it may cost, ranked again at that cost, and it fits', async () => {
    const { text, lowerCost, line } = await letter(ferry, { budget: '12000000' });
    expect(line?.here).toMatchObject({ funded: 'below', shortBy: '2000000' });
    expect(lowerCost).toEqual({
      ...{ basis: 'business-case', from: '6000000', cost: '4000000', less: '2000000', rank: 3 },
    });
    expect(text).toContain(
      'By its cost alone it would fit if it asked for GBP 4,000,000 instead of GBP 6,000,000, GBP 2,000,000 less. It would then stand 3.',
    );
    await revises(ferry, 'Ferry', '4000000', '6600000');
    expect((await letter(ferry, { budget: '12000000' })).line?.here?.funded).toBe('above');
  });
});

describe('a change of one rating', () => {
  let office: Office;
  beforeEach(async () => {
    office = await Office.open();
  });
  afterEach(() => office.close());

  it('names the assessor to those who govern, and only the mean to a proposer', async () => {
    const [bridge = '', tunnel = ''] = await opensWithProposals(office, 'Bridge', 'Tunnel');
    await hasModel(office, 'Fit', aDefinition([aRatedCriterion()]));
    const modelId = modelIdOf(portfolioId, 'Fit');
    for (const [project, mia, otto, nina] of [
      [bridge, '4', '4', '3'],
      [tunnel, '3', '4', '3'],
    ] as const) {
      await assesses(office, 'mia', project, { fit: mia }, { modelId });
      await assesses(office, 'otto', project, { fit: otto }, { modelId });
      await assesses(office, 'nina', project, { fit: nina }, { modelId });
    }
    const asked = { portfolioId, projectId: tunnel, model: 'Fit' };
    const answer = await office.queries.execute(new SwapQuery(await office.reading(), asked));
    expect(answer).toMatchObject({
      swap: {
        ...{ input: 'one-rating', component: { name: 'Tunnel' }, criterion: 'fit', assessor: 'mia' },
        ...{ from: '3', to: '5' },
      },
      sentence: expect.stringContaining(
        'the rating of “Fit” of “Tunnel” by mia at 5 instead of 3, which makes Fit 4 instead of 3.33 (rated 4) and adds 0.667',
      ),
    });
    const told = await office.queries.execute(new LetterQuery(await office.reading(), asked));
    if ('outcome' in told) throw new Error(told.refusal.code);
    expect(told.lift).toMatchObject({ input: 'all-ratings', assessor: null, from: '3.333333333333' });
    for (const name of ['mia', 'otto', 'nina']) expect(JSON.stringify(told)).not.toContain(name);
    expect(told.text).toContain('a mean rating of 3.33,');
    expect(told.text).toContain('a mean rating of 4 on “Fit” of “Tunnel” instead of 3.33');
  });

  it('is of a rating that counts: not of whoever has come to manage the component', async () => {
    const [bridge = '', tunnel = ''] = await opensWithProposals(office, 'Bridge', 'Tunnel');
    await hasModel(office, 'Fit', aDefinition([aRatedCriterion()]));
    const modelId = modelIdOf(portfolioId, 'Fit');
    await assesses(office, 'otto', bridge, { fit: '4' }, { modelId });
    await assesses(office, 'otto', tunnel, { fit: '3' }, { modelId });
    await assesses(office, 'mia', tunnel, { fit: '1' }, { modelId });
    const asked = { portfolioId, projectId: tunnel, model: 'Fit' };
    const smallest = async () => {
      const answer = await office.queries.execute(new SwapQuery(await office.reading(), asked));
      return 'outcome' in answer ? undefined : answer.swap;
    };
    const stated = { summary: 'So.', sponsor: 'grace', manager: 'mia', wholeLifeCost: '2' };
    const data = { projectId: tunnel, name: 'Tunnel', ...stated, start: '2027-01-01', finish: '2028-01-01' };
    await office.does(new ReviseBusinessCaseCommand(office.request('revise', 'mia manages'), data));
    expect(await smallest()).toMatchObject({
      ...{ component: { name: 'Tunnel' }, assessor: 'otto', from: '3', to: '5' },
      before: [{ score: '3' }, { score: '4' }],
    });
  });
});
