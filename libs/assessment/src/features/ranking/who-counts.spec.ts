import { assessmentIdOf } from '../../domain/assessment';
import { assesses, handsOver, opensWithProposals, worthId } from '../../testing/assessed-portfolio';
import { Office, portfolioId } from '../../testing/office';
import { ExplainQuery } from '../explain/explain.query';
import { ComponentMovesQuery } from '../moves/moves.query';
import { PortfolioAssessmentsQuery } from '../portfolio-assessments/portfolio-assessments.query';
import { ProjectAssessmentsQuery } from '../project-assessments/project-assessments.query';
import { WithdrawAssessmentCommand } from '../withdraw-assessment/withdraw-assessment.command';
import { RankingQuery } from './ranking.query';

let office: Office;
let [bridge, tunnel] = ['', ''];
beforeEach(async () => {
  office = await Office.open();
  [bridge = '', tunnel = ''] = await opensWithProposals(office, 'Bridge', 'Tunnel');
  for (const project of [bridge, tunnel]) {
    await assesses(office, 'mia', project, { fit: '2', reach: '2' });
    await assesses(office, 'noor', project, { fit: '4', reach: '3' });
  }
  await assesses(office, 'omar', bridge, { fit: '5', reach: '5' });
});
afterEach(() => office.close());

type Read = Awaited<ReturnType<Office['reading']>>;
const fit = async (reading?: Read) => {
  const one = new ProjectAssessmentsQuery(reading ?? (await office.reading()), { projectId: bridge });
  const answer = await office.queries.execute(one);
  if ('outcome' in answer) throw new Error(answer.refusal.message);
  return answer;
};
const scoreOf = async (reading?: Read) => {
  const answer = await office.queries.execute(
    new RankingQuery(reading ?? (await office.reading()), { portfolioId }),
  );
  return 'rows' in answer && answer.rows.find(({ id }) => id === bridge)?.score;
};
const becomesSponsor = (sponsor: string) => handsOver(office, bridge, { name: 'Bridge', sponsor });

describe('a rating whose assessor has come to have a part in the component', () => {
  it('counts neither in mean, spread and number nor in the score, and stays listed with the reason', async () => {
    // .5 · 11/3 + .3 · 10/3 + .2 · 2
    expect(await scoreOf()).toBe('3.233333333333');
    await becomesSponsor('omar');
    // .5 · 3 + .3 · 2.5 + .2 · 2
    expect(await scoreOf()).toBe('2.65');
    const { assessments, criteria, agreement } = await fit();
    expect(
      assessments.map(({ assessor, notCounted, ratings }) => [assessor, notCounted, ratings.length]),
    ).toEqual([
      ['mia', null, 2],
      ['noor', null, 2],
      ['omar', 'sponsor', 2],
    ]);
    expect(criteria[0]).toMatchObject({ assessors: 2, mean: '3', spread: '1.414214' });
    expect(agreement.assessors).toBe(2);
  });

  it('does not count in the agreement over the portfolio', async () => {
    await assesses(office, 'omar', tunnel, { fit: '0', reach: '0' });
    const over = async () => {
      const answer = await office.queries.execute(
        new PortfolioAssessmentsQuery(await office.reading(), { portfolioId }),
      );
      if ('outcome' in answer) throw new Error(answer.refusal.message);
      const [first] = answer.agreement;
      const left = answer.assessments.filter(({ notCounted }) => notCounted !== null);
      return [
        first?.assessors,
        first?.items,
        left.map(({ project, assessor, notCounted }) => [project.name, assessor, notCounted]),
      ];
    };
    expect(await over()).toEqual([3, 2, []]);
    await becomesSponsor('omar');
    // what omar gave the tunnel still counts there: one thing that all three rated is left
    expect(await over()).toEqual([3, 1, [['Bridge', 'omar', 'sponsor']]]);
  });

  it('counts again when they leave the part, and always counted as of before', async () => {
    const before = await office.reading();
    await becomesSponsor('omar');
    const during = await office.reading();
    await becomesSponsor('grace');
    expect([await scoreOf(before), await scoreOf(during), await scoreOf()]).toEqual([
      '3.233333333333',
      '2.65',
      '3.233333333333',
    ]);
  });

  it('is told in the explanation apart from those behind the mean, with the event that made it so', async () => {
    await becomesSponsor('omar');
    const answer = await office.queries.execute(
      new ExplainQuery(await office.reading(), { portfolioId, projectId: bridge }),
    );
    if ('outcome' in answer) throw new Error(answer.refusal.message);
    const [first] = answer.criteria;
    expect(first?.origin).toBeNull();
    expect(first?.rated).toMatchObject({
      ...{ assessors: 2, lowest: '2', highest: '4', spread: '1.414214' },
      ratings: [
        { assessor: 'mia', points: '2', meaning: 'rated 2', reason: 'fit is 2 to mia' },
        { assessor: 'noor', points: '4', meaning: 'rated 4', reason: 'fit is 4 to noor' },
      ],
      notCounted: [
        {
          ...{ assessor: 'omar', points: '5', because: 'sponsor', reason: 'fit is 5 to omar' },
          origin: { type: 'CriterionRated.v1' },
          since: { type: 'ProposalRevised.v2', revision: 1 },
        },
      ],
    });
  });

  it('is told as of before as it was then: what was given, why, and that it counted', async () => {
    const before = await office.reading();
    await becomesSponsor('omar');
    await assesses(office, 'mia', bridge, { fit: '3', reach: '2' });
    await office.reading();
    const then = await office.queries.execute(new ExplainQuery(before, { portfolioId, projectId: bridge }));
    const rated = 'criteria' in then ? then.criteria[0]?.rated : undefined;
    expect(rated?.notCounted).toEqual([]);
    expect(rated?.ratings.map(({ assessor, points, reason }) => [assessor, points, reason])).toEqual([
      ['mia', '2', 'fit is 2 to mia'],
      ['noor', '4', 'fit is 4 to noor'],
      ['omar', '5', 'fit is 5 to omar'],
    ]);
  });

  it('is no origin of the mean once it was withdrawn', async () => {
    const assessmentId = assessmentIdOf({ projectId: bridge, modelId: worthId, assessor: 'omar' });
    const request = office.requestOf('omar', 'withdraw', 'w-1');
    await office.does(new WithdrawAssessmentCommand(request, { assessmentId, reason: 'Asked too early.' }));
    const answer = await office.queries.execute(
      new ExplainQuery(await office.reading(), { portfolioId, projectId: bridge }),
    );
    const rated = 'criteria' in answer ? answer.criteria[0]?.rated : undefined;
    expect([rated?.ratings.map(({ assessor }) => assessor), rated?.notCounted]).toEqual([
      ['mia', 'noor'],
      [],
    ]);
  });

  it('moves the component by the event that changed its people, and the parts sum to the whole', async () => {
    const since = await office.cut();
    await becomesSponsor('omar');
    await assesses(office, 'noor', bridge, { fit: '5', reach: '3' });
    const answer = await office.queries.execute(
      new ComponentMovesQuery(await office.reading(), { portfolioId, projectId: bridge, since }),
    );
    if ('outcome' in answer) throw new Error(answer.refusal.message);
    const { parts, score } = answer.row;
    expect(parts.map((part) => [part.type, part.score, part.ratings, part.fields])).toEqual([
      [
        'ProposalRevised.v2',
        '-0.583333333333',
        [
          { assessor: 'omar', criterion: 'fit', name: 'Fit', from: '5', to: null },
          { assessor: 'omar', criterion: 'reach', name: 'Reach', from: '5', to: null },
        ],
        [{ path: 'sponsor', before: 'grace', after: 'omar' }],
      ],
      [
        'CriterionRated.v1',
        '0.25',
        [{ assessor: 'noor', criterion: 'fit', name: 'Fit', from: '4', to: '5' }],
        [],
      ],
    ]);
    // 2.9 − 3.233333333333
    expect(score).toBe('-0.333333333333');
  });
});
