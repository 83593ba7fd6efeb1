import { modelIdOf } from '../../domain/scoring-model';
import {
  aCriterion,
  aDefinition,
  aRatedCriterion,
  wholeAnchors,
} from '../../domain/scoring-model/models.fixture';
import type { Criterion } from '../../domain/scoring-model/scoring-model.events';
import { assesses, opensWithProposals, proposes, worth, worthId } from '../../testing/assessed-portfolio';
import { draftModel } from '../../testing/imported-history';
import { Office, portfolioId } from '../../testing/office';
import { PublishModelCommand } from '../publish-model/publish-model.command';
import { RankingQuery } from '../ranking/ranking.query';
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
    const ferry = await proposes(office, 'Ferry', '0');
    await proposes(office, 'Canal', '1');
    await assesses(office, 'mia', bridge, { fit: '5', reach: '5' });
    await assesses(office, 'mia', tunnel, { fit: '4', reach: '4' });
    await assesses(office, 'mia', ferry, { fit: '1', reach: '1' });
    await draftModel(office, 'Cheap', aDefinition([aCriterion()]));
  });

  it('say who moves by how much, a draft against the one in force: the largest first, then who gains a rank', async () => {
    const answer = await compared(cheap);
    expect(moves(answer)).toEqual([
      ['Bridge', 3, 1, -2],
      ['Ferry', 1, 3, 2],
      ['Tunnel', 4, 2, -2],
      ['Canal', 2, null, null],
    ]);
    expect(answer).toMatchObject({
      portfolio: { id: portfolioId },
      model: { id: cheap, name: 'Cheap', status: 'draft' },
      against: { id: worthId, name: 'Worth', status: 'published' },
      notices: [],
    });
    expect('rows' in answer && answer.heads).toEqual({
      ...{ moved: 3, gainRank: 1, loseRank: 0, same: 0, rankedByNeither: 0 },
    });
    expect('rows' in answer && answer.rows[3]).toMatchObject({
      rankedBy: 'model',
      model: { rank: 2, score: '4', coverage: '1' },
      against: { rank: null, score: null, coverage: '0.2', reason: expect.stringMatching(/^Not ranked/) },
    });
  });

  it('are compared either way round, by name or by id', async () => {
    expect(moves(await compared(worthId, 'cheap'))).toEqual([
      ['Bridge', 1, 3, 2],
      ['Ferry', 3, 1, -2],
      ['Tunnel', 2, 4, 2],
      ['Canal', null, 2, null],
    ]);
    expect(moves(await compared(worthId, cheap))).toEqual(moves(await compared(worthId, 'cheap')));
  });

  it('move nobody where both are one', async () =>
    expect(moves(await compared(worthId, 'Worth'))).toEqual([
      ['Bridge', 1, 1, 0],
      ['Tunnel', 2, 2, 0],
      ['Ferry', 3, 3, 0],
      ['Canal', null, null, null],
    ]));

  it('are refused where one of them is not known', async () => {
    expect(moves(await compared(cheap, 'Nothing'))).toBe('model-unknown');
    expect(moves(await compared(portfolioId))).toBe('model-unknown');
  });
});

describe('a new version of a model with rated criteria', () => {
  const next = modelIdOf(portfolioId, 'Next');
  const [fit, reach, cost] = worth.criteria;
  let [bridge, tunnel] = ['', ''];

  /** Fit is asked as before, reach under another id, and a new criterion that nobody has rated. */
  const drafts = async (over: Partial<Criterion> = {}) => {
    const criteria = [
      { ...(fit ?? aRatedCriterion()), weight: '0.4' },
      { ...(reach ?? aRatedCriterion()), id: 'spread', name: 'REACH', weight: '0.3', ...over },
      { ...(cost ?? aCriterion()), weight: '0.2' },
      aRatedCriterion({ id: 'new', name: 'New', weight: '0.1' }),
    ];
    await draftModel(office, 'Next', aDefinition(criteria));
  };
  const told = async () => {
    const answer = await compared(next);
    if ('outcome' in answer) throw new Error(answer.refusal.message);
    return answer;
  };

  beforeEach(async () => {
    [bridge = '', tunnel = ''] = await opensWithProposals(office, 'Bridge', 'Tunnel', 'Ferry');
    await assesses(office, 'mia', bridge, { fit: '5', reach: '2' });
    await assesses(office, 'mia', tunnel, { fit: '2', reach: '5' });
  });

  it('is compared by the ratings of what it asks unchanged, said criterion by criterion', async () => {
    await drafts();
    const answer = await told();
    expect(moves(answer)).toEqual([
      ['Bridge', 1, 1, 0],
      ['Tunnel', 2, 2, 0],
      ['Ferry', null, null, null],
    ]);
    const from = { id: worthId, name: 'Worth', status: 'published' };
    expect(answer.carried).toEqual([
      { criterion: 'fit', name: 'Fit', from, as: 'fit', components: 2 },
      { criterion: 'spread', name: 'REACH', from, as: 'reach', components: 2 },
    ]);
    expect(answer.own).toEqual({ ranked: 0, unranked: 3 });
    expect(answer.rows.map(({ name, carried }) => [name, carried])).toEqual([
      ['Bridge', ['fit', 'spread']],
      ['Tunnel', ['fit', 'spread']],
      ['Ferry', []],
    ]);
    expect(answer.notices).toEqual([
      {
        code: 'ratings-carried',
        text:
          'Ratings by “Worth” are carried into this comparison on criteria that “Next” has unchanged, for so many components each: ' +
          'Fit (2), REACH (2). No ranking by “Next” counts them: with the ratings it has of its own 0 would stand ranked and 3 unranked today.',
      },
      {
        code: 'ratings-awaited',
        text:
          '3 of 3 components have no ratings by “Next”, which is a draft. Published for a later day, it can be assessed ahead of that day; ' +
          'ratings by “Worth” do not count by it.',
      },
      {
        code: 'ranked-without',
        text: 'By “Next”: ranked even without: Fit (40 %), REACH (30 %), Cost (20 %), New (10 %); without any one of these.',
      },
    ]);
  });

  it.each([
    ['anchors', { scale: { ...wholeAnchors, anchors: wholeAnchors.anchors.slice(1) } }],
    [
      'meanings',
      { scale: { ...wholeAnchors, anchors: wholeAnchors.anchors.map((one) => ({ ...one, meaning: 'x' })) } },
    ],
    ['direction', { direction: 'cost' as const }],
    ['name and id', { name: 'Else' }],
  ])('carries nothing where its %s are others', async (_, over) => {
    await drafts(over);
    const { carried, own } = await told();
    expect([carried.map(({ criterion }) => criterion), own]).toEqual([['fit'], { ranked: 0, unranked: 3 }]);
  });

  it('goes by its own ratings where it has any, and never carries them into a ranking', async () => {
    await drafts();
    const data = { modelId: next, effectiveFrom: '2026-04-01' };
    await office.does(new PublishModelCommand(office.request('publish-model', 'Next'), data));
    await assesses(office, 'mia', bridge, { fit: '1', spread: '1', new: '1' }, { modelId: next });
    const answer = await told();
    expect(answer.own).toEqual({ ranked: 1, unranked: 2 });
    expect(answer.rows.map(({ name, model, carried }) => [name, model.rank, carried])).toEqual([
      ['Bridge', 2, []],
      ['Tunnel', 1, ['fit', 'spread']],
      ['Ferry', null, []],
    ]);
    const ranking = await office.queries.execute(
      new RankingQuery(await office.reading(), { portfolioId, model: 'Next' }),
    );
    expect('rows' in ranking && ranking.rows.map(({ name, rank }) => [name, rank])).toEqual([
      ['Bridge', 1],
      ['Ferry', null],
      ['Tunnel', null],
    ]);
  });

  it('carries nothing the other way round: what is in force stands as it stands', async () => {
    await drafts();
    const answer = await compared(worthId, next);
    expect('carried' in answer && [answer.carried, answer.own]).toEqual([[], { ranked: 2, unranked: 1 }]);
  });
});

it('a draft cannot be held against the one in force where there is none', async () => {
  await office.opens();
  await draftModel(office, 'Draft');
  expect(moves(await compared(modelIdOf(portfolioId, 'Draft')))).toBe('no-published-model');
});
