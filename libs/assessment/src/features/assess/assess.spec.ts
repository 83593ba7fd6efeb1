import { WithdrawProposalCommand } from '@docket/project';
import { assessmentIdOf } from '../../domain/assessment';
import { modelIdOf } from '../../domain/scoring-model';
import { assesses, opensWithProposals, worth, worthId } from '../../testing/assessed-portfolio';
import { hasModel } from '../../testing/imported-history';
import { Office, portfolioId } from '../../testing/office';
import { ExplainQuery } from '../explain/explain.query';
import { PortfolioAssessmentsQuery } from '../portfolio-assessments/portfolio-assessments.query';
import { ProjectAssessmentsQuery } from '../project-assessments/project-assessments.query';
import { RankingQuery } from '../ranking/ranking.query';
import { RetireModelCommand } from '../retire-model/retire-model.command';
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

describe('what assessors rate', () => {
  it('ranks a project once enough of the weight is rated, and moves it when they change their mind', async () => {
    expect(await ranked()).toEqual([
      ['Bridge', null, null],
      ['Tunnel', null, null],
    ]);
    await assesses(office, 'mia', bridge, { fit: '4', reach: '3' });
    await assesses(office, 'noor', bridge, { fit: '5', reach: '3' });
    await assesses(office, 'mia', tunnel, { fit: '5', reach: '2' });
    const before = await office.reading();
    // Bridge: .5 · 4.5 + .3 · 3 + .2 · 2 = 3.55; Tunnel: .5 · 5 + .3 · 2 + .2 · 2 = 3.5
    expect(await ranked()).toEqual([
      ['Bridge', 1, '3.55'],
      ['Tunnel', 2, '3.5'],
    ]);
    await assesses(office, 'noor', bridge, { fit: '2', reach: '3' });
    expect(await ranked()).toEqual([
      ['Tunnel', 1, '3.5'],
      ['Bridge', 2, '2.8'],
    ]);
    expect(await ranked(before)).toEqual([
      ['Bridge', 1, '3.55'],
      ['Tunnel', 2, '3.5'],
    ]);
  });

  it('is explained by mean, spread and number of assessors, and by the rating that moved it last', async () => {
    await assesses(office, 'mia', bridge, { fit: '2', reach: '3' });
    await assesses(office, 'noor', bridge, { fit: '4', reach: '3' });
    await assesses(office, 'omar', bridge, { fit: '5', reach: '3' });
    const answer = await office.queries.execute(
      new ExplainQuery(await office.reading(), { portfolioId, projectId: bridge }),
    );
    expect('criteria' in answer && answer.criteria[0]).toEqual({
      criterion: 'fit',
      name: 'Fit',
      measure: 'assessment',
      weight: '0.5',
      direction: 'benefit',
      unit: null,
      value: '3.666666666667',
      scale: null,
      rated: { spread: '1.527525', assessors: 3 },
      missing: null,
      anchor: { points: '3.666666666667', maximum: '5', meaning: 'Between “rated 3” (3) and “rated 4” (4).' },
      contribution: '1.833333333334',
      origin: {
        number: expect.any(Number),
        eventId: expect.any(String),
        type: 'CriterionRated.v1',
        stream: `spec-assessment-${assessmentIdOf({ projectId: bridge, modelId: worthId, assessor: 'omar' })}`,
        revision: 0,
        date: '2026-03-02T09:00:00.000Z',
      },
    });
    expect('criteria' in answer && answer.criteria[1]).toMatchObject({
      anchor: { points: '3', meaning: 'rated 3' },
      origin: { revision: 1 },
    });
  });

  it('is explained by ratings of that very project, whatever others were given later', async () => {
    await assesses(office, 'mia', bridge, { fit: '2', reach: '3' });
    await assesses(office, 'mia', tunnel, { fit: '4', reach: '3' });
    const answer = await office.queries.execute(
      new ExplainQuery(await office.reading(), { portfolioId, projectId: bridge }),
    );
    const ofMia = assessmentIdOf({ projectId: bridge, modelId: worthId, assessor: 'mia' });
    expect('criteria' in answer && answer.criteria[0]?.origin?.stream).toBe(`spec-assessment-${ofMia}`);
  });

  it('counts for the model it was rated by, and for no other', async () => {
    await hasModel(office, 'Worth again', worth);
    await assesses(office, 'mia', bridge, { fit: '5', reach: '5' });
    await assesses(
      office,
      'mia',
      tunnel,
      { fit: '1', reach: '1' },
      {
        modelId: modelIdOf(portfolioId, 'Worth again'),
      },
    );
    const places = async (model: string) => {
      const answer = await office.queries.execute(
        new RankingQuery(await office.reading(), { portfolioId, model }),
      );
      return 'rows' in answer && answer.rows.map(({ name, score }) => [name, score]);
    };
    expect([await places('Worth'), await places('Worth again')]).toEqual([
      [
        ['Bridge', '4.4'],
        ['Tunnel', null],
      ],
      [
        ['Tunnel', '1.2'],
        ['Bridge', null],
      ],
    ]);
  });

  it('is missing, with the reason and without an event, where nobody rated it', async () => {
    const answer = await office.queries.execute(
      new ExplainQuery(await office.reading(), { portfolioId, projectId: bridge }),
    );
    expect('criteria' in answer && answer.criteria[0]).toMatchObject({
      value: null,
      rated: null,
      missing: 'not assessed yet',
      anchor: null,
      origin: null,
    });
  });

  it('is told of one project with reasons, mean, spread and agreement', async () => {
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

  it('is told of the portfolio: who assessed what, what is missing, how far they agree on each criterion', async () => {
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

  it('is gone when it is withdrawn, and says by whom and why', async () => {
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

  it('guards itself by the model and the project as their streams stand', async () => {
    expect(await assesses(office, 'grace', bridge, { fit: '5' })).toMatchObject(refused('own-component'));
    await office.does(
      new RetireModelCommand(office.request('retire', 'r'), { modelId: worthId, reason: 'Superseded.' }),
    );
    expect(await assesses(office, 'mia', bridge, { fit: '5' })).toMatchObject(refused('model-retired'));
    await office.does(
      new WithdrawProposalCommand(office.request('withdraw', 't'), {
        projectId: tunnel,
        reason: 'Too dear.',
      }),
    );
    expect(await assesses(office, 'mia', tunnel, { fit: '5' })).toMatchObject(refused('model-retired'));
    expect(await assesses(office, 'mia', worthId, { fit: '5' })).toMatchObject(refused('project-unknown'));
    expect(await assesses(office, 'mia', bridge, { fit: '5' }, { modelId: bridge })).toMatchObject(
      refused('model-unknown'),
    );
  });
});
