import 'reflect-metadata';
import { FindBodyQuery, FindMotionQuery } from '.';
import { openBoard } from './testing/board';

describe('a seat with an alternate, through the bus', () => {
  let slice: Awaited<ReturnType<typeof openBoard>>;
  let bodyId: string;
  let motionId: string;
  beforeEach(async () => {
    slice = await openBoard();
    bodyId = await slice.board.convene('mona', 'milo');
    await slice.board.seat(bodyId, 'alma', 'alternate', 'mona');
    const answer = await slice.board.table(bodyId, await slice.board.propose());
    motionId = answer.outcome === 'accepted' ? answer.id : answer.refusal.code;
    await slice.board.open(motionId);
  });
  afterEach(() => slice.close());

  const motion = async () => {
    const reading = await slice.read();
    const answer = await slice.queries.execute(new FindMotionQuery(reading, { motionId }));
    if ('refusal' in answer) throw new Error(answer.refusal.code);
    return answer;
  };
  const vote = async (who: string, choice: 'for' | 'against', key?: string) => {
    const answer = await slice.board.vote(motionId, who, choice, key);
    return answer.outcome === 'accepted' ? 'accepted' : answer.refusal.code;
  };

  it('is shown in the body as whose it is', async () => {
    const reading = await slice.read();
    const answer = await slice.queries.execute(new FindBodyQuery(reading, { bodyId }));
    expect(
      'seats' in answer ? answer.seats.map(({ personId, alternateFor }) => [personId, alternateFor]) : answer,
    ).toEqual([
      ['alma', 'mona'],
      ['cleo', null],
      ['milo', null],
      ['mona', null],
      ['sami', null],
    ]);
  });

  it('is printed so, and decided by the alternate while its holder is away', async () => {
    expect((await motion()).ballot?.electorate).toEqual([
      { personId: 'alma', role: 'alternate', standing: 'alternate', for: 'mona' },
      { personId: 'cleo', role: 'chair', standing: 'entitled' },
      { personId: 'milo', role: 'member', standing: 'entitled' },
      { personId: 'mona', role: 'member', standing: 'entitled' },
    ]);
    for (const who of ['alma', 'cleo', 'milo']) await vote(who, 'for');
    await slice.board.close(motionId);
    expect((await motion()).outcome?.count).toEqual({
      ...{ inFavour: 3, against: 0, abstained: 0, entitled: 3, quorumNeeded: 2, denominator: 3 },
    });
  });

  it('is decided by its holder who votes after all, and the vote of the alternate stays on record', async () => {
    for (const who of ['alma', 'cleo', 'milo']) await vote(who, 'for');
    expect([await vote('mona', 'against'), await vote('alma', 'for', 'once more')]).toEqual([
      'accepted',
      'principal-has-voted',
    ]);
    await slice.board.close(motionId);
    const { votes, outcome } = await motion();
    expect(votes.map(({ personId, choice, displacedBy }) => [personId, choice, displacedBy])).toEqual([
      ['alma', 'for', 'mona'],
      ['cleo', 'for', null],
      ['milo', 'for', null],
      ['mona', 'against', null],
    ]);
    expect(outcome?.count).toEqual({
      ...{ inFavour: 2, against: 1, abstained: 0, entitled: 3, quorumNeeded: 2, denominator: 3 },
    });
  });
});
