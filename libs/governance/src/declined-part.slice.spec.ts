import 'reflect-metadata';
import { DeclinePartCommand, ReviseBusinessCaseCommand } from '@docket/project';
import { motionById } from '.';
import { asked, openBoard } from './testing/board';

type Opened = Awaited<ReturnType<typeof openBoard>>;

describe('a board member who is named as sponsor without being asked', () => {
  let slice: Opened;
  let bodyId: string;
  let projectId: string;
  beforeEach(async () => {
    slice = await openBoard();
    bodyId = await slice.board.convene('mona', 'stan');
    // pia's proposal names stan as its sponsor
    projectId = await slice.board.propose();
  });
  afterEach(() => slice.close());

  const declines = (who = 'stan') => {
    const data = { projectId, part: 'sponsor', reason: 'Nobody asked me.' } as const;
    return slice.commands.execute(new DeclinePartCommand({ ...asked(who, 'decline'), reach: 'own' }, data));
  };
  const tabled = async (key = 'motion') => {
    const answer = await slice.board.table(bodyId, projectId, key);
    return answer.outcome === 'accepted' ? answer.id : answer.refusal.code;
  };
  const standingOf = async (motionId: string) => {
    const { readModel, cut } = await slice.read();
    const motion = await motionById(readModel, cut, { motionId });
    if ('refusal' in motion) throw new Error(motion.refusal.message);
    return motion.ballot?.electorate.find(({ personId }) => personId === 'stan');
  };

  it('is recused, as anybody with a part is', async () => {
    const motionId = await tabled();
    await slice.board.open(motionId);
    expect(await standingOf(motionId)).toMatchObject({ standing: 'recused', why: 'sponsor' });
    expect(await slice.board.vote(motionId, 'stan', 'against')).toMatchObject({
      refusal: { code: 'recused' },
    });
  });

  it('declines before the ballot opens: the seat counts, and the vote', async () => {
    const motionId = await tabled();
    expect(await declines()).toMatchObject({ outcome: 'accepted' });
    await slice.board.open(motionId);
    expect(await standingOf(motionId)).toEqual({ personId: 'stan', role: 'member', standing: 'entitled' });
    for (const [who, choice] of [
      ['stan', 'against'],
      ['cleo', 'for'],
      ['mona', 'against'],
    ] as const)
      expect(await slice.board.vote(motionId, who, choice)).toMatchObject({ outcome: 'accepted' });
    await slice.board.close(motionId);
    const { readModel, cut } = await slice.read();
    expect(await motionById(readModel, cut, { motionId })).toMatchObject({
      result: 'lost',
      outcome: { count: { inFavour: 1, against: 2, entitled: 3 }, struck: [] },
    });
  });

  it('declines after the opening: the electorate is fixed, the seat stays recused', async () => {
    const motionId = await tabled();
    await slice.board.open(motionId);
    expect(await slice.board.vote(motionId, 'stan', 'against')).toMatchObject({
      refusal: { code: 'recused', message: 'stan is sponsor of this project and does not vote on it.' },
    });
    expect(await declines()).toMatchObject({ outcome: 'accepted' });
    expect(await standingOf(motionId)).toMatchObject({ standing: 'recused' });
    expect(await slice.board.vote(motionId, 'stan', 'against', 'again')).toMatchObject({
      refusal: {
        code: 'recused',
        message: 'stan was sponsor of this project when this ballot opened; who may vote was fixed then.',
      },
    });
    for (const who of ['cleo', 'mona']) await slice.board.vote(motionId, who, 'for');
    await slice.board.close(motionId);
    const { readModel, cut } = await slice.read();
    expect(await motionById(readModel, cut, { motionId })).toMatchObject({
      result: 'carried',
      outcome: { count: { inFavour: 2, entitled: 2 }, struck: [] },
    });
  });

  it('declines before anything is tabled: no motion is, until another sponsor is named', async () => {
    await declines();
    expect(await tabled('early')).toBe('part-vacant');
    const events = await slice.events(`docket-project-${projectId}`);
    expect(events.map(({ type }) => type)).toEqual(['ProjectProposed', 'PartDeclined']);
    const named = {
      ...{ projectId, name: 'Northern rail', summary: 'Two more tracks.', wholeLifeCost: '1200' },
      ...{ manager: 'mara', start: '2026-06-01', finish: '2029-06-01' },
    };
    const revise = (sponsor: string) =>
      slice.commands.execute(
        new ReviseBusinessCaseCommand(asked('pia', `revise-${sponsor}`), { ...named, sponsor }),
      );
    expect(await revise('stan')).toMatchObject({ refusal: { code: 'part-declined' } });
    expect(await revise('sora')).toMatchObject({ outcome: 'accepted' });
    const motionId = await tabled('late');
    await slice.board.open(motionId);
    expect(await standingOf(motionId)).toMatchObject({ standing: 'entitled' });
  });

  it('cannot be freed by somebody else', async () => {
    expect(await declines('pia')).toMatchObject({ refusal: { code: 'not-yours' } });
    expect(await declines('mona')).toMatchObject({ refusal: { code: 'not-yours' } });
  });
});
