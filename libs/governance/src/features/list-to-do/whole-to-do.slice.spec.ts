import 'reflect-metadata';
import type { Instant } from '@docket/kernel';
import { DeclareInterestCommand, DeclinePartCommand } from '@docket/project';
import { asked, followUpOver, openBoard, portfolioId } from '../../testing/board';
import {
  conditionalGo,
  conditionClocksOver,
  conditionsFollowedOver,
  DUE_UNTIL,
  survey,
} from '../../testing/conditions';
import { gatesOf } from '../../testing/gates';
import type { AnyToDo } from './to-do';
import { wholeToDoOf } from './whole-to-do';

type Board = Awaited<ReturnType<typeof openBoard>>;

/** What waits for a person, as their roles are: those of dina and otto let them judge criteria, otto's close anything. */
const toDo = async (slice: Board, person: string, at?: Instant): Promise<readonly AnyToDo[]> => {
  const { readModel, cut } = await slice.read();
  return wholeToDoOf(
    readModel,
    { ...cut, ...(at === undefined ? {} : { at }) },
    {
      ...{ portfolioId, person },
      judgesCriteria: ['dina', 'otto', 'stan'].includes(person),
      closesAnything: person === 'otto',
    },
  );
};
const tasks = async (slice: Board, person: string, at?: Instant) =>
  (await toDo(slice, person, at)).map(({ task }) => task);

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

describe('a condition waits for a person', () => {
  let slice: Board;
  let conditionId: string;
  let bodyId: string;
  let motionId: string;
  let projectId: string;
  beforeEach(async () => {
    slice = await openBoard();
    const decided = await conditionalGo(slice.board);
    ({ bodyId, motionId, projectId } = decided);
    conditionId = decided.conditionIds[0] ?? '';
    await run(conditionsFollowedOver(slice.store, 'follow'));
  });
  afterEach(() => slice.close());

  it('who owns it, from the decision on, late or not, with its words and the end of its day', async () => {
    expect(await toDo(slice, 'pam', '2030-01-01T00:00:00.000Z')).toEqual([
      {
        ...{ task: 'meet-condition', conditionId, motionId, projectId, gateId: null, criterionId: null },
        ...{ bodyId: expect.any(String), since: expect.stringMatching(/^2026-03-02T/) },
        ...{ question: survey.what, due: DUE_UNTIL },
      },
    ]);
    expect(await tasks(slice, 'mona')).toEqual([]);
  });

  it('who conducts the body, once evidence was given that is not theirs', async () => {
    expect(await tasks(slice, 'sami')).toEqual([]);
    await slice.board.giveEvidence(conditionId, 'pam');
    expect([await tasks(slice, 'sami'), await tasks(slice, 'cleo'), await tasks(slice, 'pam')]).toEqual([
      ['confirm-condition'],
      ['confirm-condition'],
      ['meet-condition'],
    ]);
    await slice.board.giveEvidence(conditionId, 'sami', 'Another copy.');
    expect(await tasks(slice, 'sami')).toEqual([]);
  });

  it('and a deputy only while no chair may decide on the project', async () => {
    await slice.board.seat(bodyId, 'dora', 'deputy');
    await slice.board.giveEvidence(conditionId, 'pam');
    expect(await tasks(slice, 'dora')).toEqual([]);
    const tie = { projectId, personId: 'cleo', nature: 'family', description: 'My brother.' } as const;
    await slice.commands.execute(new DeclareInterestCommand(asked('cleo', 'tie'), tie));
    expect([await tasks(slice, 'dora'), await tasks(slice, 'cleo')]).toEqual([['confirm-condition'], []]);
  });

  it('and none of them whom an interest bars', async () => {
    await slice.board.giveEvidence(conditionId, 'pam');
    const tie = { projectId, personId: 'sami', nature: 'family', description: 'My brother.' } as const;
    await slice.commands.execute(new DeclareInterestCommand(asked('sami', 'tie'), tie));
    expect(await tasks(slice, 'sami')).toEqual([]);
  });

  it('until it is met, waived or has lapsed', async () => {
    await slice.board.giveEvidence(conditionId, 'pam');
    await slice.board.confirm(conditionId, 'sami');
    expect([await tasks(slice, 'pam'), await tasks(slice, 'cleo')]).toEqual([[], []]);
  });

  it('and no more once it has lapsed', async () => {
    await run(conditionClocksOver(slice.store, 'clock', DUE_UNTIL));
    expect(await tasks(slice, 'pam', DUE_UNTIL)).toEqual([]);
  });
});

describe('a criterion of a gate waits', () => {
  let slice: Board;
  let at: ReturnType<typeof gatesOf>;
  let projectId: string;
  beforeEach(async () => {
    slice = await openBoard();
    at = gatesOf(slice);
    await slice.board.convene('mona');
    projectId = await slice.board.propose();
    await at.stand(projectId);
  });
  afterEach(() => slice.close());

  const criteria = async (person: string) =>
    (await toDo(slice, person)).map(({ task, criterionId }) => `${task} ${criterionId}`);

  it('for whose roles let them judge, and who has no part in the project', async () => {
    expect([await criteria('dina'), await criteria('mona'), await criteria('stan')]).toEqual([
      ['judge-criterion money'],
      [],
      [],
    ]);
    expect(await toDo(slice, 'dina')).toEqual([
      {
        ...{ task: 'judge-criterion', projectId, gateId: 'case', criterionId: 'money' },
        ...{ motionId: null, bodyId: null, conditionId: null, question: 'The money is there.' },
        ...{ since: expect.stringMatching(/^2026-03-02T/), due: null },
      },
    ]);
  });

  it('once evidence was given where it is asked for, and not for who gave it', async () => {
    await at.show(projectId, 'otto');
    expect([await criteria('dina'), await criteria('otto')]).toEqual([
      ['judge-criterion money', 'judge-criterion options'],
      ['judge-criterion money'],
    ]);
  });

  it('until it is judged, and anew when more was shown of what was not met', async () => {
    await at.judge(projectId, 'dina', 'not-met');
    expect(await criteria('otto')).toEqual([]);
    await at.show(projectId, 'mara', 'money');
    expect(await criteria('otto')).toEqual(['judge-criterion money']);
  });

  it('for nobody who declined a part in it', async () => {
    const declining = { projectId, part: 'sponsor', reason: 'No.' } as const;
    await slice.commands.execute(new DeclinePartCommand(asked('stan', 'decline'), declining));
    expect(await criteria('stan')).toEqual([]);
  });
});

describe('a motion waits', () => {
  it('as before, and what has an end stands before what has none', async () => {
    const slice = await openBoard();
    try {
      const bodyId = await slice.board.convene('mona');
      const projectId = await slice.board.propose();
      await gatesOf(slice).stand(projectId);
      const tabled = await slice.board.table(bodyId, projectId, 'motion', 'recycle');
      const motionId = tabled.outcome === 'accepted' ? tabled.id : '';
      await slice.board.seat(bodyId, 'dina', 'member');
      await slice.board.open(motionId, '2026-03-09T17:00:00.000Z');
      const seen = (await toDo(slice, 'dina')).map(({ task, motionId: of, gateId }) => [task, of, gateId]);
      expect(seen).toEqual([
        ['vote', motionId, null],
        ['judge-criterion', null, 'case'],
      ]);
    } finally {
      await slice.close();
    }
  });
});

describe('the closure report of ended work waits', () => {
  let slice: Board;
  let bodyId: string;
  let projectId: string;
  beforeEach(async () => {
    slice = await openBoard();
    bodyId = await slice.board.convene('mona');
    projectId = await slice.board.propose();
  });
  afterEach(() => slice.close());

  const table = async (ask: 'go' | 'kill' | 'complete' | 'reject') => {
    const tabled = await slice.board.table(bodyId, projectId, ask, ask);
    return tabled.outcome === 'accepted' ? tabled.id : '';
  };
  const vote = async (motionId: string) => {
    await slice.board.open(motionId);
    for (const who of ['cleo', 'mona']) await slice.board.vote(motionId, who, 'for');
    await slice.board.close(motionId);
    await slice.board.record(motionId);
    await run(followUpOver(slice.store, motionId));
  };
  const decide = async (ask: 'go' | 'kill' | 'complete' | 'reject') => vote(await table(ask));
  const all = async () => [
    await tasks(slice, 'mara'),
    await tasks(slice, 'otto'),
    await tasks(slice, 'stan'),
  ];

  it.each(['kill', 'complete'] as const)('for who manages it, after: %s', async (ask) => {
    await decide('go');
    expect(await all()).toEqual([[], [], []]);
    await decide(ask);
    expect(await all()).toEqual([['give-closure-report'], [], []]);
    const [report] = await toDo(slice, 'mara');
    const days = (Date.parse(report?.due ?? '') - Date.parse(report?.since ?? '')) / 86_400_000;
    expect([report?.question, report?.projectId, days]).toEqual(['Northern rail', projectId, 30]);
  });

  it('for who closes anything, where nobody manages it any more', async () => {
    await decide('go');
    const motionId = await table('kill');
    const declining = { projectId, part: 'manager', reason: 'No.' } as const;
    await slice.commands.execute(new DeclinePartCommand(asked('mara', 'decline'), declining));
    await vote(motionId);
    expect(await all()).toEqual([[], ['give-closure-report'], []]);
  });

  it('and the gates it stood at ask nothing of anybody any more', async () => {
    await gatesOf(slice).stand(projectId);
    await vote(await table('reject'));
    expect(await tasks(slice, 'dina')).toEqual([]);
  });

  it('until it is given', async () => {
    await decide('go');
    await decide('complete');
    await gatesOf(slice).close(projectId, 'mara');
    expect(await all()).toEqual([[], [], []]);
  });
});
