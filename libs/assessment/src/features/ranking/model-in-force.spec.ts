import { modelIdOf } from '../../domain/scoring-model';
import { draftModel, hasModel, proposesTunnel } from '../../testing/imported-history';
import { Office, portfolioId } from '../../testing/office';
import { ModelByIdQuery } from '../models/models.query';
import { PublishModelCommand } from '../publish-model/publish-model.command';
import { RetireModelCommand } from '../retire-model/retire-model.command';
import { RankingQuery } from './ranking.query';

let office: Office;
beforeEach(async () => {
  office = await Office.open();
  await office.opens();
  await proposesTunnel(office, '3');
});
afterEach(() => office.close());

const publishFrom = async (name: string, effectiveFrom: string) => {
  await draftModel(office, name);
  await office.does(
    new PublishModelCommand(office.request('publish-model', name), {
      modelId: modelIdOf(portfolioId, name),
      effectiveFrom,
    }),
  );
};
const retire = (name: string) =>
  office.does(
    new RetireModelCommand(office.request('retire-model', name), {
      modelId: modelIdOf(portfolioId, name),
      reason: 'Superseded.',
    }),
  );
type Read = Awaited<ReturnType<Office['reading']>>;
const inForce = async (reading?: Read, model?: string) => {
  const answer = await office.queries.execute(
    new RankingQuery(reading ?? (await office.reading()), {
      portfolioId,
      ...(model === undefined ? {} : { model }),
    }),
  );
  if ('outcome' in answer) return answer.refusal.code;
  return [answer.model.name, ...answer.notices.map(({ code }) => code)];
};

describe('the model in force', () => {
  it('is the one that counts since the latest day, also where it was published before the other', async () => {
    await publishFrom('Spring', '2026-04-01');
    await hasModel(office, 'March');
    expect(await inForce()).toEqual(['March']);
    office.clock.set('2026-03-31T22:59:59.999Z');
    expect(await inForce()).toEqual(['March']);
    office.clock.set('2026-03-31T23:00:00.000Z');
    expect(await inForce()).toEqual(['Spring']);
  });

  it('is the one published for today, today', async () => {
    await hasModel(office, 'First');
    await publishFrom('March', '2026-03-02');
    expect(await inForce()).toEqual(['March']);
    expect(await inForce(undefined, 'March')).toEqual(['March']);
  });

  it('is the one published last of those that count since the same day', async () => {
    await publishFrom('One', '2026-04-01');
    await publishFrom('Two', '2026-04-01');
    office.clock.set('2026-04-02T09:00:00.000Z');
    expect(await inForce()).toEqual(['Two']);
  });

  it('is not a retired one; as of before, it is', async () => {
    await hasModel(office, 'First');
    office.clock.set('2026-03-03T09:00:00.000Z');
    await hasModel(office, 'Second');
    const before = await office.reading();
    await retire('Second');
    expect(await inForce()).toEqual(['First']);
    expect(await inForce(before)).toEqual(['Second']);
  });

  it('can be asked for by name when it is retired, and says so', async () => {
    await hasModel(office, 'First');
    await hasModel(office, 'Second');
    await retire('Second');
    expect(await inForce(undefined, 'Second')).toEqual(['Second', 'model-retired']);
  });

  it('can be asked for by name before it counts, and says so', async () => {
    await hasModel(office, 'First');
    await publishFrom('Spring', '2026-04-01');
    expect(await inForce(undefined, 'spring')).toEqual(['Spring', 'model-not-yet-effective']);
  });

  it('is the first ever published where none is in force', async () => {
    await hasModel(office, 'First');
    await publishFrom('Spring', '2026-04-01');
    await retire('First');
    expect(await inForce()).toEqual(['First', 'model-retired']);
  });

  it('shows in its detail from when it counts, and who retired it and why', async () => {
    await publishFrom('Spring', '2026-04-01');
    const modelId = modelIdOf(portfolioId, 'Spring');
    const before = await office.reading();
    await retire('Spring');
    const detail = async (reading: Read) => office.queries.execute(new ModelByIdQuery(reading, { modelId }));
    expect(await detail(before)).toMatchObject({
      status: 'published',
      effectiveFrom: '2026-04-01',
      retiredAt: null,
    });
    expect(await detail(await office.reading())).toMatchObject({
      status: 'retired',
      effectiveFrom: '2026-04-01',
      retiredAt: '2026-03-02T09:00:00.000Z',
      retiredBy: 'pmo',
      retiredFor: 'Superseded.',
      inRetrospect: false,
    });
  });
});
