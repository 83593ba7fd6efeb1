import { Office } from './office.fixture';
import { inShort } from './problem.fixture';
import { board, confidenceModel } from './samples.fixture';

const P = '/api/v1/portfolios/{portfolioId}';

describe('a name that is taken', () => {
  let office: Office;
  beforeAll(async () => {
    office = await Office.open();
  });
  afterAll(() => office.close());

  it.each([
    ['portfolio', 'p-maya', '/api/v1/portfolios', { currency: 'GBP', timeZone: 'UTC' }],
    ['body', 'p-otto', `${P}/bodies`, board],
    ['model', 'p-otto', `${P}/scoring-models`, confidenceModel],
  ])(
    'is refused to a second %s under another key, also where the body is the same',
    async (kind, person, template, body) => {
      const [caller, path] = [await office.as(person), office.aimed(template)];
      const first = await caller.post(path, { ...body, name: 'Caf\u00e9 du Nord' });
      expect(first.status).toBe(201);
      const before = await office.head();
      for (const name of ['Caf\u00e9 du Nord', 'Cafe\u0301 du Nord', ' CAFE\u0301  DU NORD '])
        expect(inShort(await caller.post(path, { ...body, name }))).toBe(`409 ${kind}-name-taken`);
      expect(await office.head()).toBe(before);
      const again = await caller.post(path, { ...body, name: 'Cafe du Nord' });
      expect(again.status).toBe(201);
    },
  );
});
