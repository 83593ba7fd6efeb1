import { Office } from './office.fixture';
import { inShort } from './problem.fixture';

const NOBODY = 'p-nobody';
const NOTHING = '00000000-0000-8000-8000-000000000000';

describe('what a list is searched by', () => {
  let office: Office;
  beforeAll(async () => {
    office = await Office.open();
  });
  afterAll(() => office.close());

  const ask = (path: string) =>
    office.docket.visitor.get(office.aimed(`/api/v1/portfolios/{portfolioId}/${path}`));

  it.each([
    ['decisions', 'person'],
    ['interests', 'person'],
    ['conditions', 'owner'],
    ['closures', 'owner'],
  ])('%s, is no person that nobody is: it says so, and where to look', async (list, field) => {
    const answer = await ask(`${list}?${field}=${NOBODY}`);
    expect(inShort(answer)).toBe('400 fields-invalid');
    expect(answer.body.errors).toEqual([
      {
        field,
        message: `must be the id of somebody there is, like p-priya (GET /api/v1/people lists them)`,
      },
    ]);
    expect((await ask(`${list}?${field}=p-bea`)).status).toBe(200);
  });

  it('is no person without a to-do because nobody has that id', async () => {
    const answer = await ask(`people/${NOBODY}/to-do`);
    expect(inShort(answer)).toBe('404 person-unknown');
    expect(answer.body.detail).toBe('There is no person "p-nobody" here. GET /api/v1/people lists them.');
  });

  it.each([
    ['decisions', 'project'],
    ['decisions', 'body'],
    ['decisions', 'grant'],
    ['conditions', 'project'],
    ['conditions', 'motion'],
  ])('%s, is there: no %s that is not', async (list, field) => {
    const answer = await ask(`${list}?${field}=${NOTHING}`);
    expect(inShort(answer)).toBe(`404 ${field}-unknown`);
    expect(answer.body.detail).toBe(`There is no ${field} ${NOTHING}.`);
  });
});
