import { Office } from './office.fixture';
import { inShort } from './problem.fixture';

describe('the list of motions', () => {
  let office: Office;
  beforeAll(async () => {
    office = await Office.open();
  });
  afterAll(() => office.close());

  it('can be narrowed to where they stand', async () => {
    const path = office.aimed('/api/v1/portfolios/{portfolioId}/motions');
    const listed = async (status: string) => {
      const answer = await office.docket.visitor.get(`${path}?status=${status}`);
      return answer.status === 200 ? answer.body.total : inShort(answer);
    };
    expect([await listed('ballot-open'), await listed('ballot-over'), await listed('open')]).toEqual([
      1,
      0,
      '400 fields-invalid',
    ]);
  });
});
