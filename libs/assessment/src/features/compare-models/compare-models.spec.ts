import { modelIdOf } from '../../domain/scoring-model';
import { aCriterion, aDefinition } from '../../domain/scoring-model/models.fixture';
import { assesses, opensWithProposals, proposes, worthId } from '../../testing/assessed-portfolio';
import { draftModel } from '../../testing/imported-history';
import { Office, portfolioId } from '../../testing/office';
import { CompareModelsQuery } from './compare-models.query';

let office: Office;
beforeEach(async () => {
  office = await Office.open();
});
afterEach(() => office.close());

const compared = async (modelId: string, against?: string) =>
  office.queries.execute(
    new CompareModelsQuery(await office.reading(), {
      modelId,
      ...(against === undefined ? {} : { against }),
    }),
  );
const moves = (answer: Awaited<ReturnType<typeof compared>>) =>
  'rows' in answer
    ? answer.rows.map(({ name, model, against, moved }) => [name, model.rank, against.rank, moved])
    : answer.refusal.code;

describe('two models over one portfolio', () => {
  const cheap = modelIdOf(portfolioId, 'Cheap');
  beforeEach(async () => {
    const [bridge = '', tunnel = ''] = await opensWithProposals(office, 'Bridge', 'Tunnel');
    const ferry = await proposes(office, 'Ferry', '5');
    await proposes(office, 'Canal', '4');
    await assesses(office, 'mia', bridge, { fit: '5', reach: '5' });
    await assesses(office, 'mia', tunnel, { fit: '4', reach: '4' });
    await assesses(office, 'mia', ferry, { fit: '1', reach: '1' });
    await draftModel(office, 'Cheap', aDefinition([aCriterion()]));
  });

  it('say who moves by how much, a draft against the one in force: who is ranked at all first', async () => {
    const answer = await compared(cheap);
    expect(moves(answer)).toEqual([
      ['Canal', 2, null, null],
      ['Bridge', 3, 1, -2],
      ['Ferry', 1, 3, 2],
      ['Tunnel', 4, 2, -2],
    ]);
    expect(answer).toMatchObject({
      portfolio: { id: portfolioId },
      model: { id: cheap, name: 'Cheap', status: 'draft' },
      against: { id: worthId, name: 'Worth', status: 'published' },
    });
    expect('rows' in answer && answer.rows[0]).toMatchObject({
      model: { rank: 2, score: '4', coverage: '1' },
      against: { rank: null, score: null, coverage: '0.2', reason: expect.stringMatching(/^Not ranked/) },
    });
  });

  it('are compared either way round, by name or by id', async () => {
    expect(moves(await compared(worthId, 'cheap'))).toEqual([
      ['Canal', null, 2, null],
      ['Bridge', 1, 3, 2],
      ['Ferry', 3, 1, -2],
      ['Tunnel', 2, 4, 2],
    ]);
    expect(moves(await compared(worthId, cheap))).toEqual(moves(await compared(worthId, 'cheap')));
  });

  it('move nobody where both are one', async () =>
    expect(moves(await compared(worthId, 'Worth'))).toEqual([
      ['Bridge', 1, 1, 0],
      ['Canal', null, null, null],
      ['Ferry', 3, 3, 0],
      ['Tunnel', 2, 2, 0],
    ]));

  it('are refused where one of them is not known', async () => {
    expect(moves(await compared(cheap, 'Nothing'))).toBe('model-unknown');
    expect(moves(await compared(portfolioId))).toBe('model-unknown');
  });
});

it('a draft cannot be held against the one in force where there is none', async () => {
  await office.opens();
  await draftModel(office, 'Draft');
  expect(moves(await compared(modelIdOf(portfolioId, 'Draft')))).toBe('no-published-model');
});
