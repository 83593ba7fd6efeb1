import { DeclinePartCommand, WithdrawProposalCommand } from '@docket/project';
import { assessmentIdOf } from '../../domain/assessment';
import { modelIdOf } from '../../domain/scoring-model';
import { assesses, opensWithProposals, worth, worthId } from '../../testing/assessed-portfolio';
import { hasModel } from '../../testing/imported-history';
import { Office, portfolioId } from '../../testing/office';
import { ExplainQuery } from '../explain/explain.query';
import { RankingQuery } from '../ranking/ranking.query';
import { RetireModelCommand } from '../retire-model/retire-model.command';

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

  it('is explained by mean, spread and every rating behind it, each with its reason and event', async () => {
    await assesses(office, 'mia', bridge, { fit: '2', reach: '3' });
    await assesses(office, 'noor', bridge, { fit: '4', reach: '3' });
    await assesses(office, 'omar', bridge, { fit: '5', reach: '3' });
    const answer = await office.queries.execute(
      new ExplainQuery(await office.reading(), { portfolioId, projectId: bridge }),
    );
    const rating = (assessor: string, points: string) => ({
      ...{ assessor, points, meaning: `rated ${points}`, reason: `fit is ${points} to ${assessor}` },
      origin: {
        number: expect.any(Number),
        eventId: expect.any(String),
        type: 'CriterionRated.v1',
        stream: `spec-assessment-${assessmentIdOf({ projectId: bridge, modelId: worthId, assessor })}`,
        revision: 0,
        date: '2026-03-02T09:00:00.000Z',
      },
    });
    expect('criteria' in answer && answer.criteria[0]).toEqual({
      criterion: 'fit',
      name: 'Fit',
      measure: 'assessment',
      weight: '0.5',
      direction: 'benefit',
      unit: null,
      value: '3.666666666667',
      scale: null,
      rated: {
        ...{ assessors: 3, lowest: '2', highest: '5', spread: '1.527525', notCounted: [] },
        ratings: [rating('mia', '2'), rating('noor', '4'), rating('omar', '5')],
      },
      missing: null,
      anchor: {
        points: '3.666666666667',
        credit: '3.666666666667',
        maximum: '5',
        meaning: 'Between “rated 3” (3) and “rated 4” (4).',
      },
      contribution: '1.833333333333',
      origin: null,
      figures: [],
    });
    expect('criteria' in answer && answer.criteria[1]).toMatchObject({
      anchor: { points: '3', meaning: 'rated 3' },
      rated: {
        ratings: [{ origin: { revision: 1 } }, { origin: { revision: 1 } }, { origin: { revision: 1 } }],
      },
    });
  });

  it('is explained by ratings of that very project, whatever others were given later', async () => {
    await assesses(office, 'mia', bridge, { fit: '2', reach: '3' });
    await assesses(office, 'mia', tunnel, { fit: '4', reach: '3' });
    const answer = await office.queries.execute(
      new ExplainQuery(await office.reading(), { portfolioId, projectId: bridge }),
    );
    const ofMia = assessmentIdOf({ projectId: bridge, modelId: worthId, assessor: 'mia' });
    const streams =
      'criteria' in answer && answer.criteria[0]?.rated?.ratings.map(({ origin }) => origin?.stream);
    expect(streams).toEqual([`spec-assessment-${ofMia}`]);
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
      rated: { assessors: 0, lowest: null, highest: null, spread: null, ratings: [], notCounted: [] },
      missing: 'not assessed yet',
      anchor: null,
      origin: null,
    });
  });

  it('may come from who was named as sponsor and declined', async () => {
    expect(await assesses(office, 'grace', bridge, { fit: '1' })).toMatchObject(refused('own-component'));
    await office.does(
      new DeclinePartCommand(office.requestOf('grace', 'decline', 'd', 'own'), {
        ...{ projectId: bridge, part: 'sponsor', reason: 'Nobody asked me.' },
      }),
    );
    expect(await assesses(office, 'grace', bridge, { fit: '1' })).toMatchObject({ outcome: 'accepted' });
    expect(await assesses(office, 'linus', bridge, { fit: '1' })).toMatchObject(refused('own-component'));
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
