import 'reflect-metadata';
import { openBoard, portfolioId } from '../../testing/board';
import { decisionRegister, type DecisionFilter } from './decision-register';

describe('the decision register', () => {
  let slice: Awaited<ReturnType<typeof openBoard>>;
  let bodyId: string;
  const projects: string[] = [];
  let decide: (name: string, voters: readonly string[], recordedBy?: string) => Promise<unknown>;
  beforeAll(async () => {
    slice = await openBoard();
    bodyId = await slice.board.convene('mona', 'nils');
    decide = async (name: string, voters: readonly string[], recordedBy = 'cleo') => {
      const projectId = await slice.board.propose(name);
      const answer = await slice.board.table(bodyId, projectId, name);
      const motionId = answer.outcome === 'accepted' ? answer.id : '';
      await slice.board.open(motionId);
      for (const who of voters) await slice.board.vote(motionId, who, 'for');
      await slice.board.close(motionId);
      slice.clock.pass(60_000);
      await slice.board.record(motionId, undefined, undefined, recordedBy);
      projects.push(projectId);
    };
    await decide('Rail', ['cleo', 'mona']);
    await decide('Road', ['cleo', 'nils'], 'sami');
  });
  afterAll(() => slice.close());

  const found = async (filter: Omit<DecisionFilter, 'portfolioId'>) => {
    const { readModel, cut } = await slice.read();
    const lines = await decisionRegister(readModel, cut, { portfolioId, ...filter });
    return lines.map(({ projectId }) => projects.indexOf(projectId ?? ''));
  };

  it.each<[string, Omit<DecisionFilter, 'portfolioId'>, readonly number[]]>([
    ['all of it', {}, [1, 0]],
    ['an outcome', { outcome: 'go' }, [1, 0]],
    ['an outcome nobody decided', { outcome: 'kill' }, []],
    ['who voted', { person: 'nils' }, [1]],
    ['who recorded it', { person: 'sami' }, [1]],
    ['who tabled it', { person: 'ada' }, [1, 0]],
    ['somebody else', { person: 'stan' }, []],
    ['words of the rationale, in any case of letters', { text: 'PAYS back' }, [1, 0]],
    ['words of the question', { text: 'go ahead?' }, [1, 0]],
    ['words nobody wrote', { text: 'bridge' }, []],
    ['several at once', { person: 'nils', outcome: 'kill' }, []],
  ])('is searched for %s', async (_, filter, lines) => expect(await found(filter)).toEqual(lines));

  it('is searched for a body and a project', async () => {
    expect([await found({ body: bodyId }), await found({ body: projects[0] })]).toEqual([[1, 0], []]);
    expect(await found({ project: projects[1] })).toEqual([1]);
  });

  it('tells the latest first, whichever motion that was', async () => {
    await decide('Tram', ['cleo', 'mona']);
    expect(await found({})).toEqual([2, 1, 0]);
  });

  it('is searched for who voted in a ballot alone that had no quorum', async () => {
    const answer = await slice.board.table(bodyId, await slice.board.propose('Quay'), 'Quay');
    const motionId = answer.outcome === 'accepted' ? answer.id : '';
    await slice.board.open(motionId);
    await slice.board.vote(motionId, 'nils', 'against');
    await slice.board.close(motionId);
    await slice.board.open(motionId, undefined, 'second');
    for (const who of ['cleo', 'mona']) await slice.board.vote(motionId, who, 'for', `again-${motionId}`);
    await slice.board.close(motionId, 'second');
    const before = await found({ person: 'nils' });
    await slice.board.record(motionId);
    expect((await found({ person: 'nils' })).length).toBe(before.length + 1);
  });
});
