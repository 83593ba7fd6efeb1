import { Office } from './office.fixture';
import { inShort } from './problem.fixture';
import { bridge, fitRating } from './samples.fixture';

const tie = { nature: 'family', description: 'My brother owns a share of the contractor.' };

describe('the interest of a person in a project', () => {
  let office: Office;
  let project: string;
  beforeAll(async () => {
    office = await Office.open();
    project = await office.create('p-priya', office.aimed('/api/v1/portfolios/{portfolioId}/projects'), {
      ...{ ...bridge, name: 'South quay' },
    });
  });
  afterAll(() => office.close());

  const path = () => `/api/v1/projects/${project}`;
  const assess = async (person: string) =>
    (await office.as(person)).post(`${path()}/assessments`, {
      modelId: office.ratedModelId,
      ratings: [fitRating],
    });
  const register = async (query = '') => {
    const list = office.aimed('/api/v1/portfolios/{portfolioId}/interests');
    return (await office.docket.visitor.get(`${list}?after=${await office.head()}${query}`)).body;
  };

  it('is declared by themselves, and by nobody else for them but the PMO and a secretary', async () => {
    const forBea = { ...tie, personId: 'p-bea' };
    expect(inShort(await (await office.as('p-dina')).post(`${path()}/interests`, forBea))).toBe(
      '403 not-yours',
    );
    await office.done('p-bea', `${path()}/interests`, tie);
    await office.done('p-sven', `${path()}/interests`, {
      ...{ personId: 'p-carl', nature: 'supplier', description: 'Advised the contractor in May.' },
    });
  });

  it('stands in the register, with who put it on record', async () => {
    const { rows } = await register();
    const ofThis = rows.filter((one: { project: { id: string } }) => one.project.id === project);
    expect([rows.length, ofThis]).toEqual([
      3,
      [
        {
          project: { id: project, name: 'South quay' },
          ...{ person: 'p-bea', ...tie, declaredBy: 'p-bea', revised: null, ended: null },
          declaredAt: expect.any(String),
        },
        expect.objectContaining({ person: 'p-carl', nature: 'supplier', declaredBy: 'p-sven' }),
      ],
    ]);
    expect((await register('&person=p-carl')).total).toBe(1);
    const { body } = await office.docket.visitor.get(path());
    expect(body.interested).toEqual(['p-bea', 'p-carl']);
  });

  it('keeps them from assessing it, and their rating from counting', async () => {
    const refused = await assess('p-bea');
    expect(inShort(refused)).toBe('403 own-component');
    expect(refused.body.detail).toBe(
      'p-bea has declared an interest in "South quay": somebody else has to assess it.',
    );
    expect((await assess('p-dina')).status).toBe(200);
    await office.done('p-dina', `${path()}/interests`, { ...tie, nature: 'other' });
    await register();
    const { body } = await office.docket.visitor.get(`${path()}/assessments?model=Worth%201`);
    expect(
      body.assessments.map(({ assessor, notCounted }: Record<string, unknown>) => [assessor, notCounted]),
    ).toEqual([['p-dina', 'interest']]);
  });

  it('ends with a reason, which stays in the register; then they assess again', async () => {
    const end = `${path()}/interests/p-bea/withdrawal`;
    expect(inShort(await (await office.as('p-bea')).post(end, { reason: ' ' }))).toBe('400 fields-invalid');
    await office.done('p-bea', end, { reason: 'He sold it in March.' });
    expect((await register('&person=p-bea')).rows[0].ended).toEqual({
      ...{ at: expect.any(String), by: 'p-bea', reason: 'He sold it in March.' },
    });
    expect((await assess('p-bea')).status).toBe(200);
    expect(inShort(await (await office.as('p-bea')).post(end, { reason: 'Again.' }))).toBe(
      '409 interest-unknown',
    );
  });
});
