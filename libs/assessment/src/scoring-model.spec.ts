import { modelIdOf } from './domain/scoring-model';
import { aCriterion, aDefinition, naturalBands } from './domain/scoring-model/models.fixture';
import { DraftModelCommand } from './features/draft-model/draft-model.command';
import { ModelByIdQuery, ModelsQuery } from './features/models/models.query';
import { PublishModelCommand } from './features/publish-model/publish-model.command';
import { ReviseModelCommand } from './features/revise-model/revise-model.command';
import { draftModel, hasModel, publishModel } from './testing/imported-history';
import { Office, portfolioId } from './testing/office';

let office: Office;
beforeEach(async () => {
  office = await Office.open();
});
afterEach(() => office.close());

describe('a scoring model on the bus', () => {
  it('is drafted under the id of its name, once, also when the request is repeated', async () => {
    await office.opens();
    const first = await draftModel(office, 'Health');
    expect(first).toMatchObject({ outcome: 'accepted', id: modelIdOf(portfolioId, 'Health'), revision: 0 });
    expect(await draftModel(office, 'Health')).toEqual(first);
    const again = new DraftModelCommand(office.request('draft-model', 'another'), {
      portfolioId,
      name: 'health',
      ...aDefinition(),
    });
    expect(await office.asks(again)).toMatchObject({
      outcome: 'refused',
      refusal: { code: 'model-name-taken' },
    });
  });

  it('is refused in a portfolio that nobody opened', async () => {
    expect(await draftModel(office, 'Health')).toMatchObject({
      outcome: 'refused',
      refusal: { code: 'portfolio-unknown' },
    });
  });

  it('is revised as a draft, published once, and immutable from then on', async () => {
    await office.opens();
    await draftModel(office, 'Health');
    const modelId = modelIdOf(portfolioId, 'Health');
    const revise = (key: string, minimum: string) =>
      office.asks(
        new ReviseModelCommand(office.request('revise-model', key), {
          modelId,
          ...aDefinition(undefined, minimum),
        }),
      );
    expect(await revise('one', '0.6')).toMatchObject({ outcome: 'accepted', revision: 1 });
    expect(await publishModel(office, 'Health')).toMatchObject({ outcome: 'accepted', revision: 2 });
    expect(
      await office.asks(new PublishModelCommand(office.request('publish-model', 'again'), { modelId })),
    ).toMatchObject({
      outcome: 'accepted',
      revision: 2,
    });
    expect(await revise('two', '0.7')).toMatchObject({
      outcome: 'refused',
      refusal: { code: 'model-published' },
    });
    expect(await office.queries.execute(new ModelByIdQuery(await office.reading(), { modelId }))).toEqual({
      id: modelId,
      name: 'Health',
      status: 'published',
      draftedAt: '2026-03-02T09:00:00.000Z',
      publishedAt: '2026-03-02T09:00:00.000Z',
      effectiveFrom: '2026-03-02',
      retiredAt: null,
      retiredBy: null,
      retiredFor: null,
      comparison: null,
      inRetrospect: false,
      revision: 2,
      portfolioId,
      publishedBy: 'pmo',
      ...aDefinition(undefined, '0.6'),
      canBeMissing: [],
      remarks: [
        expect.objectContaining({ code: 'every-criterion-needed' }),
        expect.objectContaining({ code: 'less-is-better' }),
      ],
    });
  });

  it('is judged in the currency of its portfolio, drafted and revised, and need not name it', async () => {
    await office.opens();
    const modelId = modelIdOf(portfolioId, 'Costs');
    const costs = (unit?: string) => {
      const { unit: _, ...scale } = { kind: 'bands', maximum: '5', unit: '', bands: naturalBands } as const;
      const criterion = { ...aCriterion(), scale: unit === undefined ? scale : { ...scale, unit } };
      return { criteria: [criterion], minimumCoverage: '0.5' };
    };
    const drafted = new DraftModelCommand(office.request('draft-model', 'Costs'), {
      ...{ portfolioId, name: 'Costs' },
      ...costs(),
    });
    expect(await office.asks(drafted)).toMatchObject({ outcome: 'accepted' });
    const revised = (key: string, unit?: string) =>
      office.asks(new ReviseModelCommand(office.request('revise-model', key), { modelId, ...costs(unit) }));
    expect(await revised('one', 'USD')).toMatchObject({
      outcome: 'refused',
      refusal: { code: 'unit-does-not-fit-measure', message: expect.stringContaining('in "GBP"') },
    });
    expect(await revised('two', 'GBP')).toMatchObject({ outcome: 'accepted', revision: 0 });
    const [event] = await office.events('scoring-model', modelId);
    expect(event?.data).toMatchObject({ criteria: [{ scale: { unit: 'GBP' } }] });
  });

  it('is listed by name, as it was known at the cut', async () => {
    await office.opens();
    await draftModel(office, 'Worth');
    const before = await office.reading();
    await hasModel(office, 'Health');
    const names = async (reading: typeof before) =>
      (await office.queries.execute(new ModelsQuery(reading, { portfolioId }))).map(({ name, status }) => [
        name,
        status,
      ]);
    expect(await names(before)).toEqual([['Worth', 'draft']]);
    expect(await names(await office.reading())).toEqual([
      ['Health', 'published'],
      ['Worth', 'draft'],
    ]);
  });

  it('is unknown before it was drafted', async () => {
    await office.opens();
    const before = await office.reading();
    await draftModel(office, 'Health');
    expect(
      await office.queries.execute(new ModelByIdQuery(before, { modelId: modelIdOf(portfolioId, 'Health') })),
    ).toMatchObject({
      outcome: 'refused',
      refusal: { code: 'model-unknown' },
    });
  });
});
