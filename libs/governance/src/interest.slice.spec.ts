import 'reflect-metadata';
import { DeclareInterestCommand, WithdrawInterestCommand } from '@docket/project';
import { motionById } from '.';
import { asked, openBoard } from './testing/board';

type Opened = Awaited<ReturnType<typeof openBoard>>;

describe('a board member with an interest in what the board decides on', () => {
  let slice: Opened;
  let projectId: string;
  let motionId: string;
  beforeEach(async () => {
    slice = await openBoard();
    const bodyId = await slice.board.convene('mona', 'nils');
    projectId = await slice.board.propose();
    const tabled = await slice.board.table(bodyId, projectId);
    motionId = tabled.outcome === 'accepted' ? tabled.id : tabled.refusal.code;
  });
  afterEach(() => slice.close());

  const declares = (personId = 'mona') => {
    const data = { projectId, personId, nature: 'family', description: 'My brother builds it.' } as const;
    return slice.commands.execute(
      new DeclareInterestCommand({ ...asked(personId, `declare-${personId}`), reach: 'own' }, data),
    );
  };
  const motion = async () => {
    const { readModel, cut } = await slice.read();
    const found = await motionById(readModel, cut, { motionId });
    if ('refusal' in found) throw new Error(found.refusal.message);
    return found;
  };

  it('declared before the opening is recused, and leaves the denominators', async () => {
    await declares();
    await slice.board.open(motionId);
    expect((await motion()).ballot?.electorate.find(({ personId }) => personId === 'mona')).toEqual({
      ...{ personId: 'mona', role: 'member', standing: 'recused', why: 'interest' },
    });
    expect(await slice.board.vote(motionId, 'mona', 'for')).toMatchObject({
      refusal: {
        code: 'recused',
        message: 'mona has declared an interest in this project and does not vote on it.',
      },
    });
    for (const who of ['cleo', 'nils']) await slice.board.vote(motionId, who, 'for');
    await slice.board.close(motionId);
    expect(await motion()).toMatchObject({
      result: 'carried',
      outcome: { count: { inFavour: 2, entitled: 2 }, struck: [] },
    });
  });

  it('declared after the opening voids the vote that was cast, on record', async () => {
    await slice.board.open(motionId);
    for (const who of ['cleo', 'mona', 'nils']) await slice.board.vote(motionId, who, 'for');
    expect(await declares()).toMatchObject({ outcome: 'accepted' });
    expect(await slice.board.vote(motionId, 'mona', 'against', 'again')).toMatchObject({
      refusal: {
        code: 'recused',
        message:
          'Since this ballot opened mona has declared an interest in this project, and does not vote on it any more.',
      },
    });
    const withdraw = new WithdrawInterestCommand(
      { ...asked('mona', 'withdraw'), reach: 'own' },
      { projectId, personId: 'mona', reason: 'I was wrong.' },
    );
    expect(await slice.commands.execute(withdraw)).toMatchObject({
      refusal: { code: 'motion-already-open' },
    });
    await slice.board.close(motionId);
    expect(await motion()).toMatchObject({
      result: 'carried',
      outcome: {
        count: { inFavour: 2, entitled: 2 },
        struck: [{ personId: 'mona', why: 'interest' }],
      },
    });
  });

  it('who conducts it closes nothing ahead and records no decision', async () => {
    await slice.board.open(motionId);
    for (const who of ['mona', 'nils']) await slice.board.vote(motionId, who, 'for');
    await declares('cleo');
    await slice.board.close(motionId);
    expect((await motion()).status).toBe('closed');
    expect(await slice.board.record(motionId)).toMatchObject({
      refusal: {
        code: 'recused',
        message: expect.stringMatching(/^cleo has declared an interest in this project and does not record/),
      },
    });
  });
});
