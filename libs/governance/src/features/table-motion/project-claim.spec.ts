import 'reflect-metadata';
import { refuse } from '@docket/kernel';
import { anotherRuntime, asked, openBoard } from '../../testing/board';
import { withClaim } from './project-claim';

const motionId = '3f2b7c61-0d4e-8a95-b1c7-64e0a9d85f12';

describe('a motion that is refused after its project was claimed', () => {
  let slice: Awaited<ReturnType<typeof openBoard>>;
  let projectId: string;
  let bodyId: string;
  beforeEach(async () => {
    slice = await openBoard();
    bodyId = await slice.board.convene('mona', 'milo');
    projectId = await slice.board.propose();
  });
  afterEach(() => slice.close());

  /** The body loses its quorum in the moment between claim and tabling. */
  const refusedAtLast = () => {
    const answers = [
      refuse('motion-not-claimed', 'Not yet.'),
      refuse('too-few-seats', 'Somebody left meanwhile.'),
    ] as const;
    let asks = 0;
    const table = async () => answers[asks++ === 0 ? 0 : 1];
    const tabling = { request: asked('ada', 'late'), motionId, projectIds: [projectId] };
    return withClaim(anotherRuntime(slice.store, 'late'), tabling, table);
  };

  it('keeps its claim where another request has tabled the motion of its id meanwhile', async () => {
    const tabling = { request: asked('ada', 'twice'), motionId, projectIds: [projectId] };
    const answers = [
      refuse('motion-not-claimed', 'Not yet.'),
      refuse('idempotency-key-reused', 'With another question.'),
    ] as const;
    let asks = 0;
    const table = async () => answers[asks++ === 0 ? 0 : 1];
    await withClaim(anotherRuntime(slice.store, 'twice'), tabling, table);
    const events = await slice.events(`docket-project-${projectId}`);
    expect(events.slice(1).map(({ type }) => type)).toEqual(['MotionClaimed']);
  });

  it('of several components lets go of those it had, where one is taken', async () => {
    const other = await slice.board.propose('Southern rail');
    await slice.board.table(bodyId, other, 'first');
    const tabling = { request: asked('ada', 'slate'), motionId, projectIds: [projectId, other] };
    const table = async () => refuse('motion-not-claimed', 'Not yet.');
    expect(await withClaim(anotherRuntime(slice.store, 'slate'), tabling, table)).toMatchObject({
      refusal: { code: 'motion-already-open' },
    });
    const [mine, theirs] = [
      await slice.events(`docket-project-${projectId}`),
      await slice.events(`docket-project-${other}`),
    ];
    expect(mine.slice(1).map(({ type }) => type)).toEqual(['MotionClaimed', 'MotionReleased']);
    expect(theirs.slice(1).map(({ type }) => type)).toEqual(['MotionClaimed']);
  });

  it('is told why, and its claim is released: the next motion can be tabled at once', async () => {
    expect(await refusedAtLast()).toEqual(refuse('too-few-seats', 'Somebody left meanwhile.'));
    const events = await slice.events(`docket-project-${projectId}`);
    expect(events.slice(1).map(({ type, data }) => ({ type, data }))).toEqual([
      { type: 'MotionClaimed', data: { projectId, motionId } },
      { type: 'MotionReleased', data: { projectId, motionId } },
    ]);
    expect(await slice.board.table(bodyId, projectId)).toMatchObject({ outcome: 'accepted' });
  });
});
