import 'reflect-metadata';
import type { Cut, ReadModel } from '@docket/kernel';
import { OpenBallotCommand } from '../open-ballot/open-ballot.command';
import { FindMotionQuery } from '../find-motion/find-motion.query';
import { asked, openBoard, portfolioId } from '../../testing/board';
import { ListMotionsQuery } from './list-motions.query';
import type { MotionFilter } from './motions-of';

const closesAt = '2026-03-02T17:00:00.000Z';
const before = '2026-03-02T16:59:59.999Z';

describe('a ballot with a last moment', () => {
  let slice: Awaited<ReturnType<typeof openBoard>>;
  let motionId: string;
  let cut: Cut;
  let readModel: ReadModel;
  beforeEach(async () => {
    slice = await openBoard();
    const bodyId = await slice.board.convene('mona', 'milo');
    const answer = await slice.board.table(bodyId, await slice.board.propose());
    motionId = answer.outcome === 'accepted' ? answer.id : answer.refusal.code;
    await slice.commands.execute(new OpenBallotCommand(asked('cleo', 'open'), { motionId, closesAt }));
    ({ readModel, cut } = await slice.read());
  });
  afterEach(() => slice.close());

  const standing = async (at: string) => {
    const answer = await slice.queries.execute(
      new FindMotionQuery({ readModel, cut: { ...cut, at } }, { motionId }),
    );
    return 'status' in answer ? answer.status : answer.refusal.code;
  };
  const listed = async (at: string, status?: MotionFilter['status']) => {
    const filter = { portfolioId, ...(status === undefined ? {} : { status }) };
    const motions = await slice.queries.execute(
      new ListMotionsQuery({ readModel, cut: { ...cut, at } }, filter),
    );
    return motions.map((motion) => motion.status);
  };

  it('is open until then and over from then on, though nothing is recorded in between', async () =>
    expect([await standing(before), await standing(closesAt)]).toEqual(['ballot-open', 'ballot-over']));

  it('is listed as what it is at the moment of the answer', async () =>
    expect([await listed(before), await listed(closesAt)]).toEqual([['ballot-open'], ['ballot-over']]));

  it('is found by what it is at the moment of the answer', async () =>
    expect([
      await listed(before, 'ballot-open'),
      await listed(before, 'ballot-over'),
      await listed(closesAt, 'ballot-open'),
      await listed(closesAt, 'ballot-over'),
    ]).toEqual([['ballot-open'], [], [], ['ballot-over']]));

  it('is closed once it is counted, whenever that is asked', async () => {
    for (const who of ['cleo', 'mona', 'milo']) await slice.board.vote(motionId, who, 'for');
    await slice.board.close(motionId);
    ({ readModel, cut } = await slice.read());
    expect([await standing(before), await standing(closesAt)]).toEqual(['closed', 'closed']);
  });
});
