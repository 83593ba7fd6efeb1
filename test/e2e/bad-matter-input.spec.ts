import { Office } from './office.fixture';

describe('a motion on what is no matter', () => {
  let office: Office;
  beforeAll(async () => {
    office = await Office.open();
  });
  afterAll(() => office.close());

  const refused = async (about: object) => {
    const asked = { bodyId: office.ids.bodyId, ask: 'go', question: 'Shall it be so?', ...about };
    const path = office.aimed('/api/v1/portfolios/{portfolioId}/motions');
    const { body, status } = await (await office.as('p-sven')).post(path, asked);
    return [status, body.code, body.detail];
  };

  it.each<[string, (ids: Office['ids']) => object, number, string, string]>([
    [
      'a slate of one',
      ({ projectId }) => ({ matter: { on: 'slate', components: [{ projectId, ask: 'go' }] } }),
      422,
      'matter-malformed',
      '2 to 50',
    ],
    [
      'a slate with one of it twice',
      ({ projectId }) => ({
        matter: {
          on: 'slate',
          components: [
            { projectId, ask: 'go' },
            { projectId, ask: 'hold' },
          ],
        },
      }),
      422,
      'matter-malformed',
      'twice',
    ],
    [
      'a budget of a project',
      ({ projectId }) => ({ projectId, matter: { on: 'budget', year: 2030, amount: '5' } }),
      422,
      'matter-malformed',
      'leave projectId out',
    ],
    [
      'a negative budget',
      () => ({ matter: { on: 'budget', year: 2030, amount: '-5' } }),
      422,
      'matter-malformed',
      'no negative amount',
    ],
    ['a component without its project', () => ({}), 422, 'matter-malformed', 'names its project'],
    [
      'a programme that is none',
      ({ bodyId }) => ({ matter: { on: 'programme', nodeId: bodyId } }),
      404,
      'matter-unknown',
      'is not there',
    ],
    [
      'a new baseline of a proposal',
      ({ projectId }) => ({ projectId, matter: { on: 're-baseline' } }),
      422,
      'ask-does-not-fit',
      're-baseline is proposed',
    ],
    ['a matter nobody knows', () => ({ matter: { on: 'weather' } }), 400, 'fields-invalid', 'matter.on'],
  ])('%s is refused, with what would help', async (_, about, status, code, words) => {
    expect(await refused(about(office.ids))).toEqual([status, code, expect.stringContaining(words)]);
  });
});
