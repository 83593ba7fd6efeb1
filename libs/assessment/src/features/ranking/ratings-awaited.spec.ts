import { modelIdOf } from '../../domain/scoring-model';
import { aCriterion, aDefinition } from '../../domain/scoring-model/models.fixture';
import { assesses, opensWithProposals, proposes, worth } from '../../testing/assessed-portfolio';
import { draftModel, hasModel, importsHistory } from '../../testing/imported-history';
import { Office, portfolioId } from '../../testing/office';
import { PublishModelCommand } from '../publish-model/publish-model.command';
import { RetireModelCommand } from '../retire-model/retire-model.command';
import { RankingQuery } from './ranking.query';

let office: Office;
beforeEach(async () => {
  office = await Office.open();
});
afterEach(() => office.close());

const awaited = async (model?: string) => {
  const answer = await office.queries.execute(
    new RankingQuery(await office.reading(), { portfolioId, ...(model ? { model } : {}) }),
  );
  if ('outcome' in answer) throw new Error(answer.refusal.message);
  return answer.notices.flatMap(({ code, text }) => (code === 'ratings-awaited' ? [text] : []));
};
const second = modelIdOf(portfolioId, 'Second');
const publishFrom = async (effectiveFrom: string) => {
  await draftModel(office, 'Second', worth);
  const data = { modelId: second, effectiveFrom };
  await office.does(new PublishModelCommand(office.request('publish-model', 'Second'), data));
};

describe('a model by which components have no ratings', () => {
  it('says how many, and that ratings by another model do not count by it', async () => {
    const [bridge = '', tunnel = ''] = await opensWithProposals(office, 'Bridge', 'Tunnel', 'Ferry');
    for (const project of [bridge, tunnel]) await assesses(office, 'mia', project, { fit: '5', reach: '4' });
    expect(await awaited()).toEqual([
      '1 of 3 components has no ratings by “Worth”, in force since 2026-03-02.',
    ]);
    office.clock.set('2026-03-03T09:00:00.000Z');
    await hasModel(office, 'Second', worth);
    expect(await awaited()).toEqual([
      '3 of 3 components have no ratings by “Second”, in force since 2026-03-03; ratings by “Worth” do not count by it.',
    ]);
  });

  it('can be assessed ahead of the day from which it counts, and then awaits nothing', async () => {
    const [bridge = ''] = await opensWithProposals(office, 'Bridge');
    await assesses(office, 'mia', bridge, { fit: '2', reach: '2' });
    await publishFrom('2026-04-01');
    expect(await awaited('Second')).toEqual([
      '1 of 1 components has no ratings by “Second”, which counts from 2026-04-01 on and can be assessed ahead of that day; ratings by “Worth” do not count by it.',
    ]);
    const given = await assesses(office, 'mia', bridge, { fit: '5', reach: '4' }, { modelId: second });
    expect(given.outcome).not.toBe('refused');
    expect(await awaited('Second')).toEqual([]);
    office.clock.set('2026-04-01T09:00:00.000Z');
    const answer = await office.queries.execute(new RankingQuery(await office.reading(), { portfolioId }));
    expect(answer).toMatchObject({
      model: { name: 'Second' },
      rows: [{ rank: 1, score: '4.1' }],
      notices: [],
    });
  });

  it('awaits nothing once it is retired', async () => {
    await opensWithProposals(office, 'Bridge');
    const retire = { modelId: modelIdOf(portfolioId, 'Worth'), reason: 'Superseded.' };
    await office.does(new RetireModelCommand(office.request('retire-model', 'r'), retire));
    expect(await awaited()).toEqual([]);
  });

  it('is none where nothing is rated, or where all is measured', async () => {
    await importsHistory(office);
    expect(await awaited()).toEqual([]);
    await hasModel(office, 'Cheap', aDefinition([aCriterion()]));
    await proposes(office, 'Canal');
    expect(await awaited('Cheap')).toEqual([]);
  });
});
