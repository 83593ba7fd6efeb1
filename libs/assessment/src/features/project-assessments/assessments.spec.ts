import { assessmentIdOf } from '../../domain/assessment';
import { assesses, opensWithProposals, worthId } from '../../testing/assessed-portfolio';
import { aCriterion, aDefinition, aRatedCriterion } from '../../domain/scoring-model/models.fixture';
import { draftModel, hasModel } from '../../testing/imported-history';
import { Office, portfolioId } from '../../testing/office';
import { RetireModelCommand } from '../retire-model/retire-model.command';
import { PortfolioAssessmentsQuery } from '../portfolio-assessments/portfolio-assessments.query';
import { ProjectAssessmentsQuery } from './project-assessments.query';
import { RankingQuery } from '../ranking/ranking.query';
import { WithdrawAssessmentCommand } from '../withdraw-assessment/withdraw-assessment.command';

let office: Office;
let bridge: string;
let tunnel: string;
beforeEach(async () => {
  office = await Office.open();
  [bridge = '', tunnel = ''] = await opensWithProposals(office, 'Bridge', 'Tunnel');
});
afterEach(() => office.close());

type Read = Awaited<ReturnType<Office['reading']>>;
const ranked = async (reading?: Read) => {
  const answer = await office.queries.execute(
    new RankingQuery(reading ?? (await office.reading()), { portfolioId }),
  );
  if ('outcome' in answer) throw new Error(answer.refusal.message);
  return answer.rows.map(({ name, rank, score }) => [name, rank, score]);
};
const ofProject = async (reading?: Read) => {
  const answer = await office.queries.execute(
    new ProjectAssessmentsQuery(reading ?? (await office.reading()), { projectId: bridge }),
  );
  if ('outcome' in answer) throw new Error(answer.refusal.message);
  return answer;
};
const refused = (code: string) => ({ outcome: 'refused', refusal: { code } });

describe('the assessments of a project and of a portfolio', () => {
  it('tell of one project the reasons, mean, spread and agreement', async () => {
    await assesses(office, 'noor', bridge, { fit: '4', reach: '3' }, { comment: 'On the case of February.' });
    await assesses(office, 'mia', bridge, { fit: '2', reach: '1' });
    await assesses(office, 'omar', bridge, { fit: '5' });
    await assesses(office, 'mia', tunnel, { fit: '1' });
    const answer = await ofProject();
    expect(answer).toMatchObject({ project: { id: bridge, name: 'Bridge' }, model: { name: 'Worth' } });
    expect(answer.assessments.map(({ assessor, ratings, comment }) => [assessor, ratings, comment])).toEqual([
      [
        'mia',
        [
          { criterion: 'fit', points: '2', reason: 'fit is 2 to mia' },
          { criterion: 'reach', points: '1', reason: 'reach is 1 to mia' },
        ],
        null,
      ],
      [
        'noor',
        [
          { criterion: 'fit', points: '4', reason: 'fit is 4 to noor' },
          { criterion: 'reach', points: '3', reason: 'reach is 3 to noor' },
        ],
        'On the case of February.',
      ],
      ['omar', [{ criterion: 'fit', points: '5', reason: 'fit is 5 to omar' }], null],
    ]);
    expect(answer.criteria).toEqual([
      {
        criterion: 'fit',
        name: 'Fit',
        maximum: '5',
        assessors: 3,
        mean: '3.666666666667',
        spread: '1.527525',
        coefficientOfVariation: { value: '0.416598', notAvailable: null },
      },
      {
        criterion: 'reach',
        name: 'Reach',
        maximum: '5',
        assessors: 2,
        mean: '2',
        spread: '1.414214',
        coefficientOfVariation: { value: '0.707107', notAvailable: null },
      },
    ]);
    expect(answer.agreement).toEqual({ value: null, notAvailable: 'too-few-items', assessors: 3, items: 1 });
    await assesses(office, 'omar', bridge, { fit: '5', reach: '4' });
    expect((await ofProject()).agreement).toEqual({ value: '1', notAvailable: null, assessors: 3, items: 2 });
  });

  it('tell of a portfolio who assessed what, what is missing, how far they agree on each criterion', async () => {
    await assesses(office, 'noor', tunnel, { fit: '4', reach: '3' });
    await assesses(office, 'noor', bridge, { fit: '3', reach: '3' });
    await assesses(office, 'mia', bridge, { fit: '1' });
    await assesses(office, 'mia', tunnel, { fit: '5' });
    const answer = await office.queries.execute(
      new PortfolioAssessmentsQuery(await office.reading(), { portfolioId }),
    );
    if ('outcome' in answer) throw new Error(answer.refusal.message);
    expect(
      answer.assessments.map(({ project, assessor, rated, missing }) => [
        project.name,
        assessor,
        rated,
        missing,
      ]),
    ).toEqual([
      ['Bridge', 'mia', ['fit'], ['reach']],
      ['Bridge', 'noor', ['fit', 'reach'], []],
      ['Tunnel', 'mia', ['fit'], ['reach']],
      ['Tunnel', 'noor', ['fit', 'reach'], []],
    ]);
    expect(answer.agreement).toEqual([
      { criterion: 'fit', name: 'Fit', value: '1', notAvailable: null, assessors: 2, items: 2 },
      {
        criterion: 'reach',
        name: 'Reach',
        value: null,
        notAvailable: 'too-few-assessors',
        assessors: 1,
        items: 2,
      },
    ]);
  });

  it('name the published models by which there is anything to rate, as known then', async () => {
    const rated = async (reading?: Read) => {
      const asked = new PortfolioAssessmentsQuery(reading ?? (await office.reading()), { portfolioId });
      const answer = await office.queries.execute(asked);
      return 'rated' in answer ? answer.rated.map(({ name }) => name) : answer.refusal.code;
    };
    const before = await office.reading();
    await hasModel(office, 'Cheap', aDefinition([aCriterion()]));
    await hasModel(office, 'Fit', aDefinition([aRatedCriterion()]));
    await draftModel(office, 'Next', aDefinition([aRatedCriterion()]));
    expect([await rated(before), await rated()]).toEqual([['Worth'], ['Fit', 'Worth']]);
    const retire = { modelId: worthId, reason: 'Superseded.' };
    await office.does(new RetireModelCommand(office.request('retire-model', 'r'), retire));
    expect(await rated()).toEqual(['Fit']);
  });

  it('lose what is withdrawn, and say by whom and why', async () => {
    await assesses(office, 'mia', bridge, { fit: '2', reach: '1' });
    await assesses(office, 'noor', bridge, { fit: '4', reach: '3' });
    const assessmentId = assessmentIdOf({ projectId: bridge, modelId: worthId, assessor: 'mia' });
    const withdraws = (actor: string, key: string) =>
      office.asks(
        new WithdrawAssessmentCommand(office.requestOf(actor, 'withdraw', key, 'own'), {
          assessmentId,
          reason: 'I have joined the supplier since.',
        }),
      );
    expect(await withdraws('noor', 'w-1')).toMatchObject(refused('not-yours-to-withdraw'));
    expect(await withdraws('mia', 'w-2')).toMatchObject({ outcome: 'accepted', revision: 2 });
    const answer = await ofProject();
    expect(answer.withdrawn).toEqual([
      {
        id: assessmentId,
        assessor: 'mia',
        withdrawnAt: '2026-03-02T09:00:00.000Z',
        withdrawnBy: 'mia',
        reason: 'I have joined the supplier since.',
      },
    ]);
    expect(answer.criteria[0]).toMatchObject({ assessors: 1, mean: '4', spread: null });
    expect((await ranked())[0]).toEqual(['Bridge', 1, '3.3']);
  });
});
