import 'reflect-metadata';
import { followUpOver, openBoard, portfolioId } from '../../testing/board';
import {
  conditionalGo,
  conditionClocksOver,
  conditionsFollowedOver,
  DUE_UNTIL,
} from '../../testing/conditions';
import { wholeToDoOf } from './whole-to-do';

type Board = Awaited<ReturnType<typeof openBoard>>;
type Runner = Readonly<{
  start: () => void;
  waitUntilIdle: () => Promise<unknown>;
  stop: () => Promise<void>;
}>;

const run = async (runner: Runner) => {
  runner.start();
  await runner.waitUntilIdle();
  await runner.stop();
};

describe('a condition that lapsed and calls its body to decide waits', () => {
  let slice: Board;
  let about: Readonly<{ bodyId: string; projectId: string; conditionId: string }>;
  beforeEach(async () => {
    slice = await openBoard();
    const { bodyId, projectId, conditionIds } = await conditionalGo(slice.board);
    about = { bodyId, projectId, conditionId: conditionIds[0] ?? '' };
    await follow('first');
    await run(conditionsFollowedOver(slice.store, 'follow'));
  });
  afterEach(() => slice.close());

  const follow = (seed: string) => run(followUpOver(slice.store, seed));
  const lapse = async () => {
    slice.clock.set(DUE_UNTIL);
    await run(conditionClocksOver(slice.store, 'clock', DUE_UNTIL));
  };
  const waiting = async (person: string) => {
    const { readModel, cut } = await slice.read();
    const all = await wholeToDoOf(readModel, { ...cut, at: DUE_UNTIL }, { portfolioId, person });
    return all.filter(({ task }) => task === 'decide-lapsed');
  };
  const table = async (ask: 'hold' | 'kill', key: string): Promise<string> => {
    const tabled = await slice.board.table(about.bodyId, about.projectId, key, ask);
    return tabled.outcome === 'accepted' ? tabled.id : tabled.refusal.code;
  };

  it('for who conducts its ballots, and for nobody before it lapsed', async () => {
    expect(await waiting('cleo')).toEqual([]);
    await lapse();
    const task = { task: 'decide-lapsed', ...about, question: 'The ground survey is published.', due: null };
    for (const who of ['cleo', 'sami']) expect(await waiting(who)).toMatchObject([task]);
    for (const who of ['mona', 'pam']) expect(await waiting(who)).toEqual([]);
  });

  it('until a motion on the project is tabled, and again where that is withdrawn', async () => {
    await lapse();
    const motionId = await table('hold', 'held');
    await slice.read();
    expect(await waiting('cleo')).toEqual([]);
    await slice.board.withdraw(motionId);
    await follow('withdrawn');
    expect(await waiting('cleo')).toHaveLength(1);
  });

  it.each(['for', 'against'] as const)(
    'and no more once the body has voted %s what was asked',
    async (choice) => {
      await lapse();
      const motionId = await table('hold', choice);
      await slice.board.open(motionId, undefined, choice);
      for (const who of ['cleo', 'mona']) await slice.board.vote(motionId, who, choice);
      await slice.board.close(motionId, choice);
      await follow(choice);
      expect(await waiting('cleo')).toEqual([]);
    },
  );
});
