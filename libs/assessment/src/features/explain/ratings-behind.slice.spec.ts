import { assesses, handsOver, opensWithProposals, worthId } from '../../testing/assessed-portfolio';
import { Office, portfolioId } from '../../testing/office';
import { AssessCommand } from '../assess/assess.command';
import { ExplainQuery } from './explain.query';

let office: Office;
let bridge = '';
let asked = 0;
beforeEach(async () => {
  office = await Office.open();
  [bridge = ''] = await opensWithProposals(office, 'Bridge');
});
afterEach(() => office.close());

/** What stands behind the mean on fit, the first criterion. */
const behindFit = async () => {
  const answer = await office.queries.execute(
    new ExplainQuery(await office.reading(), { portfolioId, projectId: bridge }),
  );
  const rated = 'criteria' in answer ? answer.criteria[0]?.rated : undefined;
  if (!rated) throw new Error('Fit is rated.');
  return rated;
};

describe('the event since which a rating does not count', () => {
  it('is the revision that named its assessor, whatever was revised before it and since', async () => {
    await assesses(office, 'mia', bridge, { fit: '2', reach: '2' });
    await assesses(office, 'omar', bridge, { fit: '5', reach: '5' });
    await handsOver(office, bridge, { name: 'Bridge', wholeLifeCost: '4' });
    await handsOver(office, bridge, { name: 'Bridge', wholeLifeCost: '4', sponsor: 'omar' });
    await handsOver(office, bridge, { name: 'Bridge', wholeLifeCost: '5', sponsor: 'omar' });
    expect((await behindFit()).notCounted).toMatchObject([
      { assessor: 'omar', because: 'sponsor', since: { type: 'ProposalRevised.v2', revision: 2 } },
    ]);
  });

  it('is the last that named them, where they had left the part between', async () => {
    await assesses(office, 'omar', bridge, { fit: '5', reach: '5' });
    for (const sponsor of ['omar', 'grace', 'omar'])
      await handsOver(office, bridge, { name: 'Bridge', sponsor });
    expect((await behindFit()).notCounted).toMatchObject([{ since: { revision: 3 } }]);
  });
});

describe('the event that gave a rating', () => {
  const rates = async (points: string, reason: string, reach = '3') => {
    const ratings = [
      { criterion: 'fit', points, reason },
      { criterion: 'reach', points: reach, reason: 'Far.' },
    ];
    const request = office.requestOf('mia', 'assess', `rates-${(asked += 1)}`);
    await office.does(new AssessCommand(request, { projectId: bridge, modelId: worthId, ratings }));
    const [only] = (await behindFit()).ratings;
    return only;
  };

  it('is the later of the two that gave its points and its reason', async () => {
    const first = await rates('2', 'Because.');
    const reasoned = await rates('2', 'After all because of the quay.');
    const pointed = await rates('4', 'After all because of the quay.');
    expect([reasoned?.points, reasoned?.reason]).toEqual(['2', 'After all because of the quay.']);
    expect([pointed?.points, pointed?.reason]).toEqual(['4', 'After all because of the quay.']);
    const revisions = [first, reasoned, pointed].map((one) => one?.origin?.revision);
    expect(revisions).toEqual([0, 2, 3]);
  });

  it('is not the one that rated another criterion anew', async () => {
    const first = await rates('2', 'Because.');
    expect((await rates('2', 'Because.', '5'))?.origin).toEqual(first?.origin);
  });
});
