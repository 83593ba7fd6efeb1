import 'reflect-metadata';
import { runCommand, type Recorded } from '@docket/kernel';
import { requestOf } from '@docket/portfolio/testing';
import { Project, type ClaimForMotion, type PortfolioFacts } from '@docket/project';
import { anotherRuntime, openBoard } from '../../testing/board';
import { AbandonedClaims } from './abandoned-claims';

const openPortfolio: PortfolioFacts = {
  status: 'open',
  currency: 'GBP',
  timeZone: 'Europe/London',
  history: 'settled',
};

const of = (events: readonly Recorded[]) => events.map(({ type, data }) => ({ type, data }));

describe('a claim whose motion never came', () => {
  let slice: Awaited<ReturnType<typeof openBoard>>;
  let bodyId: string;
  let projectId: string;
  beforeEach(async () => {
    slice = await openBoard();
    bodyId = await slice.board.convene('mona', 'milo');
    projectId = await slice.board.propose();
  });
  afterEach(() => slice.close());

  const tabled = async (key = 'motion') => {
    const answer = await slice.board.table(bodyId, projectId, key);
    return answer.outcome === 'accepted' ? answer.id : answer.refusal.code;
  };

  it('refuses others at once while a crash has left a claim without its motion; two looks later it is free', async () => {
    const runtime = anotherRuntime(slice.store, 'crashed');
    const lost = '7c20b8d1-94ae-8f63-b210-3d8a6e5f4c97';
    await runCommand(runtime, Project, projectId, requestOf('lost'), (): ClaimForMotion => ({
      type: 'ClaimForMotion',
      data: { projectId, motionId: lost, portfolio: openPortfolio },
    }));
    expect(await tabled('early')).toBe('motion-already-open');
    const { readModel } = await slice.read();
    const claims = new AbandonedClaims(anotherRuntime(slice.store, 'watchdog'), readModel);
    expect(await claims.sweep()).toEqual([]);
    expect(await claims.sweep()).toEqual([{ projectId, motionId: lost }]);
    const motionId = await tabled();
    expect(of(await slice.events(`docket-project-${projectId}`)).slice(1)).toEqual([
      { type: 'MotionClaimed', data: { projectId, motionId: lost } },
      { type: 'MotionReleased', data: { projectId, motionId: lost } },
      { type: 'MotionClaimed', data: { projectId, motionId } },
    ]);
  });

  it('is released, too, where the motion it names was tabled on another project', async () => {
    const elsewhere = await tabled();
    const other = await slice.board.propose('Southern rail');
    await runCommand(
      anotherRuntime(slice.store, 'mistaken'),
      Project,
      other,
      requestOf('mistaken'),
      (): ClaimForMotion => ({
        type: 'ClaimForMotion',
        data: { projectId: other, motionId: elsewhere, portfolio: openPortfolio },
      }),
    );
    const { readModel } = await slice.read();
    const claims = new AbandonedClaims(anotherRuntime(slice.store, 'watchdog'), readModel);
    await claims.sweep();
    expect(await claims.sweep()).toEqual([{ projectId: other, motionId: elsewhere }]);
  });

  it('never releases the claim of a motion that stands', async () => {
    await tabled();
    const { readModel } = await slice.read();
    const claims = new AbandonedClaims(anotherRuntime(slice.store, 'watchdog'), readModel);
    expect([await claims.sweep(), await claims.sweep()]).toEqual([[], []]);
  });
});
