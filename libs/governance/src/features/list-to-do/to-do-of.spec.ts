import 'reflect-metadata';
import type { Instant } from '@docket/kernel';
import { DeclareInterestCommand } from '@docket/project';
import { asked, openBoard, portfolioId } from '../../testing/board';
import { toDoOf } from './to-do-of';

const closesAt: Instant = '2026-03-09T17:00:00.000Z';

describe('what waits for a person', () => {
  let slice: Awaited<ReturnType<typeof openBoard>>;
  let projectId: string;
  let motionId: string;
  let bodyId: string;
  beforeEach(async () => {
    slice = await openBoard();
    bodyId = await slice.board.convene('mona', 'nils');
    projectId = await slice.board.propose();
    const answer = await slice.board.table(bodyId, projectId);
    motionId = answer.outcome === 'accepted' ? answer.id : answer.refusal.code;
  });
  afterEach(() => slice.close());

  const whole = async (person: string, at?: Instant) => {
    const { readModel, cut } = await slice.read();
    return toDoOf(readModel, { ...cut, ...(at === undefined ? {} : { at }) }, { portfolioId, person });
  };
  const tasks = async (person: string, at?: Instant) => (await whole(person, at)).map(({ task }) => task);
  const tasksOf = async (...people: readonly string[]) => {
    const all: unknown[] = [];
    for (const person of people) all.push(await tasks(person));
    return all;
  };
  const vote = (...people: readonly string[]) =>
    people.reduce<Promise<unknown>>(
      (before, who) => before.then(() => slice.board.vote(motionId, who, 'for')),
      Promise.resolve(),
    );

  it('is a ballot to open, for chair and secretary, once a motion is tabled', async () =>
    expect(await tasksOf('cleo', 'sami', 'mona', 'ada')).toEqual([['open-ballot'], ['open-ballot'], [], []]));

  it('is a vote, for each who is entitled and has not voted, with its question and its end', async () => {
    await slice.board.open(motionId, closesAt);
    await vote('mona');
    expect(await tasksOf('cleo', 'mona', 'nils', 'sami')).toEqual([['vote'], [], ['vote'], []]);
    expect(await whole('nils')).toEqual([
      {
        ...{ task: 'vote', motionId, projectId, question: 'Shall it go ahead?' },
        ...{ bodyId: expect.any(String), since: expect.stringMatching(/^2026-03-02T/), due: closesAt },
      },
    ]);
  });

  it('is no vote for whom an interest bars since', async () => {
    await slice.board.open(motionId);
    const data = { projectId, personId: 'nils', nature: 'family', description: 'My brother.' } as const;
    await slice.commands.execute(new DeclareInterestCommand(asked('nils', 'declare'), data));
    expect(await tasks('nils')).toEqual([]);
  });

  it('is a ballot to close, once everybody has voted who still may: one was barred, one has lost the seat', async () => {
    await slice.board.open(motionId);
    await vote('cleo');
    const data = { projectId, personId: 'nils', nature: 'family', description: 'My brother.' } as const;
    await slice.commands.execute(new DeclareInterestCommand(asked('nils', 'declare'), data));
    expect(await tasksOf('sami', 'mona')).toEqual([[], ['vote']]);
    await slice.board.unseat(bodyId, 'mona');
    expect(await tasksOf('sami', 'cleo', 'mona', 'nils')).toEqual([
      ...[['close-ballot'], ['close-ballot'], [], []],
    ]);
  });

  it('is a ballot to close, once everybody has voted or its time has ended', async () => {
    await slice.board.open(motionId, closesAt);
    await vote('cleo', 'mona');
    expect([await tasks('sami'), await tasks('sami', closesAt), await tasks('nils', closesAt)]).toEqual([
      [],
      ['close-ballot'],
      [],
    ]);
    await vote('nils');
    expect(await tasksOf('cleo', 'sami', 'nils')).toEqual([['close-ballot'], ['close-ballot'], []]);
  });

  it('is a decision to record, once it was carried, and nothing after that', async () => {
    await slice.board.open(motionId);
    await vote('cleo', 'mona', 'nils');
    await slice.board.close(motionId);
    expect(await tasksOf('cleo', 'mona')).toEqual([['record-decision'], []]);
    await slice.board.record(motionId);
    expect(await tasksOf('cleo', 'sami')).toEqual([[], []]);
  });

  it('is what the chair does for a deputy only while the chair may not', async () => {
    await slice.board.seat(bodyId, 'dora', 'deputy');
    expect(await tasksOf('cleo', 'dora')).toEqual([['open-ballot'], []]);
    const data = { projectId, personId: 'cleo', nature: 'family', description: 'My brother.' } as const;
    await slice.commands.execute(new DeclareInterestCommand(asked('cleo', 'declare'), data));
    expect(await tasks('dora')).toEqual(['open-ballot']);
  });

  it('is a vote no more where an alternate has voted, and none for the alternate', async () => {
    await slice.board.seat(bodyId, 'alma', 'alternate', 'mona');
    await slice.board.open(motionId);
    expect(await tasksOf('mona', 'alma')).toEqual([['vote'], []]);
    await vote('alma', 'cleo', 'nils');
    expect(await tasksOf('mona', 'alma', 'sami')).toEqual([[], [], ['close-ballot']]);
  });

  it('is no decision to record for a chair whom an interest bars since', async () => {
    await slice.board.open(motionId);
    await vote('cleo', 'mona', 'nils');
    await slice.board.close(motionId);
    const data = { projectId, personId: 'cleo', nature: 'family', description: 'My sister.' } as const;
    await slice.commands.execute(new DeclareInterestCommand(asked('cleo', 'declare'), data));
    expect(await tasksOf('cleo', 'sami')).toEqual([[], ['record-decision']]);
  });

  it('is another ballot to open, where the last had no quorum', async () => {
    await slice.board.open(motionId);
    await vote('nils');
    slice.clock.pass(60_000);
    await slice.board.close(motionId);
    expect(await tasks('cleo')).toEqual(['open-ballot']);
    expect((await whole('cleo'))[0]?.since).toBe(slice.clock.now());
  });

  it('comes with what has an end first, the earliest before the later', async () => {
    const further = async (name: string, ends?: Instant) => {
      const answer = await slice.board.table(bodyId, await slice.board.propose(name), name);
      const id = answer.outcome === 'accepted' ? answer.id : '';
      await slice.board.open(id, ends);
      return id;
    };
    await slice.board.open(motionId);
    const late = await further('Late', '2026-03-12T17:00:00.000Z');
    const soon = await further('Soon', closesAt);
    expect((await whole('mona')).map((one) => one.motionId)).toEqual([soon, late, motionId]);
  });
});
