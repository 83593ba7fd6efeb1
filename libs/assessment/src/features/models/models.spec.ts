import { modelIdOf } from '../../domain/scoring-model';
import { draftModel, importsHistory } from '../../testing/imported-history';
import { Office, portfolioId } from '../../testing/office';
import { RankingQuery } from '../ranking/ranking.query';
import { ModelByIdQuery, ModelsQuery } from './models.query';

const earlier = '2025-12-31T23:59:59.999Z';

describe('a scoring model that stands on the timeline before it was known', () => {
  let office: Office;
  beforeEach(async () => {
    office = await Office.open();
    await importsHistory(office);
  });
  afterEach(() => office.close());

  /** What list, detail and ranking say of the one model there is, at one and the same cut. */
  const said = async (at?: string) => {
    const reading = await office.reading(at);
    const listed = await office.queries.execute(new ModelsQuery(reading, { portfolioId }));
    const ranking = await office.queries.execute(new RankingQuery(reading, { portfolioId }));
    if ('refusal' in ranking) return ranking.refusal.code;
    const detail = await office.queries.execute(new ModelByIdQuery(reading, { modelId: ranking.model.id }));
    return {
      list: listed.map(({ name, status, inRetrospect }) => ({ name, status, inRetrospect })),
      detail: 'refusal' in detail ? detail.refusal.code : detail.inRetrospect,
      ranking: ranking.model.inRetrospect,
    };
  };
  const model = { name: 'Delivery health 1', status: 'published' };

  it('is shown as known only in retrospect, in the words of the ranking', async () =>
    expect(await said(earlier)).toEqual({
      list: [{ ...model, inRetrospect: true }],
      detail: true,
      ranking: true,
    }));

  it('is shown as known from its publication on', async () =>
    expect(await said()).toEqual({
      list: [{ ...model, inRetrospect: false }],
      detail: false,
      ranking: false,
    }));

  it('is known as a draft from its drafting on', async () => {
    await draftModel(office, 'Worth');
    const modelId = modelIdOf(portfolioId, 'Worth');
    const { readModel, cut } = await office.reading();
    const drafted = (at: string) =>
      office.queries.execute(new ModelByIdQuery({ readModel, cut: { ...cut, at } }, { modelId }));
    expect([await drafted(cut.at), await drafted(earlier)]).toMatchObject([
      { status: 'draft', inRetrospect: false },
      { status: 'draft', inRetrospect: true },
    ]);
  });
});
