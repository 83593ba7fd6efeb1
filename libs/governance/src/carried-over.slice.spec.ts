import 'reflect-metadata';
import { motionById } from '.';
import { clocksOver, followUpOver, KeptCheckpoint, openBoard } from './testing/board';

type Opened = Awaited<ReturnType<typeof openBoard>>;

describe('a motion whose ballot missed its quorum', () => {
  let slice: Opened;
  let bodyId: string;
  let projectId: string;
  let motionId: string;
  beforeEach(async () => {
    slice = await openBoard();
    bodyId = await slice.board.convene('mona', 'nils');
    projectId = await slice.board.propose();
    const tabled = await slice.board.table(bodyId, projectId);
    motionId = tabled.outcome === 'accepted' ? tabled.id : tabled.refusal.code;
    await slice.board.open(motionId);
    await slice.board.vote(motionId, 'nils', 'against');
    await slice.board.close(motionId);
    await follow();
  });
  afterEach(() => slice.close());

  /** Lets the follow-up of decisions do what it has to. */
  const follow = async () => {
    const runner = followUpOver(slice.store, `follow-${await slice.store.head()}`);
    runner.start();
    await runner.waitUntilIdle();
    await runner.stop();
  };
  const motion = async () => {
    const { readModel, cut } = await slice.read();
    const found = await motionById(readModel, cut, { motionId });
    if ('refusal' in found) throw new Error(found.refusal.message);
    return found;
  };

  it('is carried over, with what was voted on record', async () =>
    expect(await motion()).toMatchObject({
      ...{ status: 'tabled', result: null, ballot: null, votes: [], outcome: null },
      formerBallots: [
        {
          votes: [{ personId: 'nils', choice: 'against' }],
          outcome: { result: 'no-quorum', count: { against: 1, entitled: 3, quorumNeeded: 2 } },
        },
      ],
    }));

  it('keeps its project: no other motion is tabled on it meanwhile', async () =>
    expect(await slice.board.table(bodyId, projectId, 'another')).toMatchObject({
      refusal: { code: 'motion-already-open' },
    }));

  it('is put to the vote again, by the seats and the votes of that day', async () => {
    await slice.board.unseat(bodyId, 'nils');
    expect(await slice.board.open(motionId, undefined, 'again')).toMatchObject({ outcome: 'accepted' });
    for (const who of ['cleo', 'mona']) await slice.board.vote(motionId, who, 'for');
    await slice.board.close(motionId, 'again');
    await slice.board.record(motionId);
    await follow();
    expect(await motion()).toMatchObject({
      ...{ status: 'decided', result: 'carried', followUp: { state: 'carried' } },
      outcome: { count: { inFavour: 2, against: 0, entitled: 2 } },
      formerBallots: [{ outcome: { result: 'no-quorum' } }],
    });
  });

  it('is closed by the clock of its new ballot', async () => {
    const closesAt = '2026-03-16T17:00:00.000Z';
    await slice.board.open(motionId, closesAt, 'again');
    for (const who of ['cleo', 'mona']) await slice.board.vote(motionId, who, 'for');
    const { runner } = clocksOver(slice.store, 'clock', closesAt, { checkpoint: new KeptCheckpoint() });
    runner.start();
    await runner.waitUntilIdle();
    await runner.stop();
    expect(await motion()).toMatchObject({
      ...{ status: 'closed', result: 'carried' },
      outcome: { endedAt: closesAt, closedBy: 'process:ballot-clock' },
    });
  });

  it('can be withdrawn, which frees the project', async () => {
    expect(await slice.board.withdraw(motionId)).toMatchObject({ outcome: 'accepted' });
    await follow();
    expect(await slice.board.table(bodyId, projectId, 'another')).toMatchObject({ outcome: 'accepted' });
  });
});
