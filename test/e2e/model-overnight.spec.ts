import { carried, comesToBe } from './delegation.fixture';
import { Office } from './office.fixture';
import { bridge, confidenceModel } from './samples.fixture';
import { MovedClock } from './moved-clock.fixture';
import { TestDocket, type Loose } from './docket.fixture';

describe('a model that one person published the night before', () => {
  const clock = new MovedClock();
  let office: Office;
  let docket: TestDocket;
  let motionId: string;
  let modelId: string;
  beforeAll(async () => {
    office = await Office.open();
    ({ docket } = office);
    const within = office.aimed('/api/v1/portfolios/{portfolioId}');
    const projectId = await office.create('p-priya', `${within}/projects`, { ...bridge, name: 'South quay' });
    motionId = await office.motion({ ...office.ids, projectId });
  });
  afterAll(async () => {
    clock.putBack();
    await docket.stopAndForget();
  });

  const read = async (path: string): Promise<Loose> => {
    const head = await docket.running.system.adapters.store.head();
    return (await docket.visitor.get(`${path}?after=${head}`)).body;
  };
  const rankedBy = async () => (await read(`/api/v1/motions/${motionId}`)).rankedBy;
  const codes = ({ warnings }: Loose) => warnings.map(({ code }: Loose) => code);

  it('is named before the ballot opens, with who published it, and that it is new', async () => {
    const path = office.aimed('/api/v1/portfolios/{portfolioId}/scoring-models');
    modelId = await office.create('p-otto', path, { ...confidenceModel, name: 'Overnight' });
    expect(await rankedBy()).toMatchObject({ id: office.publishedModelId });
    await office.done('p-otto', `/api/v1/scoring-models/${modelId}/publication`);
    const model = await rankedBy();
    expect(model).toMatchObject({ id: modelId, name: 'Overnight', publishedBy: 'p-otto' });
    expect(codes(model)).toEqual(['model-published-by-one', 'model-published-lately']);
    expect(model.warnings[0].text).toBe('p-otto published the model “Overnight”; no body decided on it.');
  });

  it('stays beside the ballot and in the capsule as it was when the ballot opened, whatever is published since', async () => {
    await office.done('p-sven', `/api/v1/motions/${motionId}/ballot`);
    const opened = await rankedBy();
    const path = office.aimed('/api/v1/portfolios/{portfolioId}/scoring-models');
    const next = await office.create('p-lena', path, { ...confidenceModel, name: 'Another' });
    await office.done('p-lena', `/api/v1/scoring-models/${next}/publication`);
    expect(await rankedBy()).toEqual(opened);
    const { seen, differences } = await read(`/api/v1/motions/${motionId}/capsule`);
    expect([seen.model, seen.standing.model.id]).toEqual([opened, modelId]);
    expect(differences.model).toContainEqual({ path: 'publishedBy', then: 'p-otto', now: 'p-lena' });
  });

  it('is no act of one person where a body decided on it: the decision is named', async () => {
    const within = office.aimed('/api/v1/portfolios/{portfolioId}');
    const path = `${within}/scoring-models`;
    const decided = await office.create('p-otto', path, { ...confidenceModel, name: 'By the board' });
    const asks = { ask: 'go', question: 'Shall it hold?', matter: { on: 'scoring-model', modelId: decided } };
    const by = await office.create('p-sven', `${within}/motions`, { ...asks, bodyId: office.ids.bodyId });
    await carried(office, by, ['p-chen', 'p-bea']);
    await office.done('p-chen', `/api/v1/motions/${by}/decision`, { rationale: 'It is fairer.' });
    const published = ({ status }: Loose) => status === 'published';
    await comesToBe('it is published', docket, `/api/v1/scoring-models/${decided}`, published);
    const projectId = await office.create('p-priya', `${within}/projects`, { ...bridge, name: 'Pier' });
    const motion = await office.motion({ ...office.ids, projectId });
    const { rankedBy: model } = await read(`/api/v1/motions/${motion}`);
    expect(model).toMatchObject({ id: decided, decidedBy: { motionId: by, bodyId: office.ids.bodyId } });
    expect(codes(model)).toEqual(['model-published-lately']);
  });

  it('is new no more to a ballot that opens a week later', async () => {
    const { folder } = docket;
    await docket.stop();
    clock.moveTo(new Date(Date.now() + 8 * 86_400_000).toISOString());
    docket = await TestDocket.start(folder === undefined ? {} : { folder });
    expect(codes(await rankedBy())).toEqual(['model-published-by-one', 'model-published-lately']);
    const chen = await docket.as('p-chen');
    const motion = `/api/v1/motions/${motionId}`;
    await chen.post(`${motion}/close`);
    expect((await chen.post(`${motion}/ballot`)).status).toBe(200);
    const model = await rankedBy();
    expect([model.name, codes(model)]).toEqual(['By the board', []]);
  });
});
