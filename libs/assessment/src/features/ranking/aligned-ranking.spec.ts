import {
  AddObjectiveCommand,
  ReportActualCommand,
  RetireObjectiveCommand,
  WeighObjectivesCommand,
} from '@docket/portfolio';
import { aCriterion, aDefinition } from '../../domain/scoring-model/models.fixture';
import { hasModel } from '../../testing/imported-history';
import { proposes } from '../../testing/assessed-portfolio';
import { Office, portfolioId } from '../../testing/office';
import { ClaimContributionCommand } from '../claim-contribution/claim-contribution.command';
import { ConfirmContributionCommand } from '../confirm-contribution/confirm-contribution.command';
import { ExplainQuery } from '../explain/explain.query';
import { ComponentMovesQuery, MovesQuery } from '../moves/moves.query';
import { WithdrawContributionCommand } from '../withdraw-contribution/withdraw-contribution.command';
import { RankingQuery } from './ranking.query';

/** 0 to 20 percent are worth nothing, and each 20 more a point. */
const aligned = aDefinition([
  aCriterion({
    ...{ id: 'aligned', name: 'Alignment', direction: 'benefit', measure: 'strategic-alignment' },
    scale: {
      ...{ kind: 'bands', maximum: '4', unit: 'points of 100' },
      bands: ['0', '20', '40', '60', '80'].map((from, points, all) => ({
        ...{ from: points === 0 ? null : from, below: all[points + 1] ?? null },
        ...{ points: String(points), meaning: `from ${from} on` },
      })),
    },
  }),
]);

describe('a ranking by alignment with the strategy', () => {
  let office: Office;
  let [bridge, tunnel, safe, fast] = ['', '', '', ''];
  let keys = 0;
  const by = (actor: string) => office.requestOf(actor, 'ask', `key-${(keys += 1)}`);
  const adds = async (name: string) =>
    (
      await office.does(
        new AddObjectiveCommand(by('pmo'), {
          ...{ portfolioId, name, description: 'So.' },
          measure: { name, unit: 'pieces', direction: 'rises' },
          baseline: { value: '0', day: '2025-12-31' },
          target: { value: '10', day: '2030-12-31' },
        }),
      )
    ).id;
  const weighs = (first: string, second: string) =>
    office.does(
      new WeighObjectivesCommand(by('pmo'), {
        portfolioId,
        weights: [
          { objectiveId: safe, weight: first },
          { objectiveId: fast, weight: second },
        ],
      }),
    );
  const serves = async (projectId: string, objectiveId: string, level: number) => {
    const judged = { projectId, objectiveId, level, reason: 'So.' };
    await office.does(new ClaimContributionCommand(by('linus'), judged));
    await office.does(new ConfirmContributionCommand(by('otto'), judged));
  };
  const ranked = async () => {
    const answer = await office.queries.execute(new RankingQuery(await office.reading(), { portfolioId }));
    return 'rows' in answer ? answer.rows.map(({ name, rank, score }) => [name, rank, score]) : answer;
  };

  beforeEach(async () => {
    office = await Office.open();
    await office.opens();
    await hasModel(office, 'Aligned', aligned);
    [bridge, tunnel] = [await proposes(office, 'Bridge'), await proposes(office, 'Tunnel')];
    [safe, fast] = [await adds('Safe'), await adds('Fast')];
    await weighs('0.7', '0.3');
    await serves(bridge, safe, 4);
    await serves(tunnel, fast, 4);
  });
  afterEach(() => office.close());

  it('takes the alignment that confirmed contributions give', async () => {
    expect(await ranked()).toEqual([
      ['Bridge', 1, '3'],
      ['Tunnel', 2, '1'],
    ]);
  });

  it('leaves a component without a confirmed contribution unranked, never at 0', async () => {
    const judged = { projectId: tunnel, objectiveId: fast, reason: 'It does not.' };
    await office.does(new WithdrawContributionCommand(by('otto'), judged));
    expect(await ranked()).toEqual([
      ['Bridge', 1, '3'],
      ['Tunnel', null, null],
    ]);
  });

  it('names the confirmation as where the value comes from, and the weights once they have moved it', async () => {
    const originOf = async () => {
      const answer = await office.queries.execute(
        new ExplainQuery(await office.reading(), { portfolioId, projectId: bridge }),
      );
      return 'criteria' in answer && [answer.criteria[0]?.value, answer.criteria[0]?.origin?.type];
    };
    expect(await originOf()).toEqual(['70', 'ContributionConfirmed.v1']);
    await weighs('0.2', '0.8');
    expect(await originOf()).toEqual(['20', 'ObjectivesWeighed.v1']);
  });

  it('tells what weights moved, for each component that serves an objective, and nothing of actuals', async () => {
    const since = await office.cut();
    const report = { portfolioId, objectiveId: safe, day: '2026-02-28', value: '3' };
    await office.does(new ReportActualCommand(by('pmo'), report));
    await weighs('0.2', '0.8');
    const answer = await office.queries.execute(
      new MovesQuery(await office.reading(), { portfolioId, since }),
    );
    expect('rows' in answer && answer.rows).toMatchObject([
      { name: 'Tunnel', score: '3', places: 1, parts: [{ type: 'ObjectivesWeighed.v1', score: '3' }] },
      { name: 'Bridge', score: '-2', places: -1, parts: [{ type: 'ObjectivesWeighed.v1', score: '-2' }] },
    ]);
    const own = await office.queries.execute(
      new ComponentMovesQuery(await office.reading(), { portfolioId, since, projectId: tunnel }),
    );
    expect('row' in own && own.row.parts.reduce((sum, { places }) => sum + places, 0)).toBe(1);
    const told = 'row' in own ? own.row.parts.filter(({ component }) => component.id === tunnel) : [];
    expect(told).toMatchObject([
      {
        changes: [{ criterion: 'aligned', from: '30', to: '80' }],
        fields: [{ path: 'objectives/Fast/weight', before: '0.3', after: '0.8' }],
      },
    ]);
  });

  it('tells what a retired objective moved, and the parts sum to the whole', async () => {
    await serves(bridge, fast, 2);
    const since = await office.cut();
    const retired = { portfolioId, objectiveId: safe, reason: 'Reached.' };
    await office.does(new RetireObjectiveCommand(by('pmo'), retired));
    const movesOf = async (projectId: string) => {
      const answer = await office.queries.execute(
        new ComponentMovesQuery(await office.reading(), { portfolioId, since, projectId }),
      );
      if ('outcome' in answer) throw new Error(answer.refusal.message);
      const { score, places, parts } = answer.row;
      return { score, places, parts: parts.map((part) => [part.type, part.score, part.places]) };
    };
    // 0.7 of 100 and 0.3 of 50 are 85; without the first 50
    expect(await movesOf(bridge)).toEqual({
      ...{ score: '-2', places: -1 },
      parts: [
        ['ObjectiveRetired.v1', '-2', 0],
        ['ObjectiveRetired.v1', '0', -1],
      ],
    });
    expect(await movesOf(tunnel)).toEqual({
      ...{ score: '3', places: 1 },
      parts: [['ObjectiveRetired.v1', '3', 1]],
    });
  });
});
