import 'reflect-metadata';
import { openBoard, portfolioId } from '../../testing/board';
import { decisionRegister, type DecisionFilter } from './decision-register';

describe('the decision register', () => {
  let slice: Awaited<ReturnType<typeof openBoard>>;
  let bodyId: string;
  let projects: readonly string[];
  beforeAll(async () => {
    slice = await openBoard();
    bodyId = await slice.board.convene('mona', 'nils');
    const decided = async (name: string, voters: readonly string[]) => {
      const projectId = await slice.board.propose(name);
      const answer = await slice.board.table(bodyId, projectId, name);
      const motionId = answer.outcome === 'accepted' ? answer.id : '';
      await slice.board.open(motionId);
      for (const who of voters) await slice.board.vote(motionId, who, 'for');
      await slice.board.close(motionId);
      await slice.board.record(motionId);
      return projectId;
    };
    projects = [await decided('Rail', ['cleo', 'mona']), await decided('Road', ['cleo', 'nils'])];
  });
  afterAll(() => slice.close());

  const found = async (filter: Omit<DecisionFilter, 'portfolioId'>) => {
    const { readModel, cut } = await slice.read();
    const lines = await decisionRegister(readModel, cut, { portfolioId, ...filter });
    return lines.map(({ projectId }) => projects.indexOf(projectId)).sort();
  };

  it.each<[string, Omit<DecisionFilter, 'portfolioId'>, readonly number[]]>([
    ['all of it', {}, [0, 1]],
    ['an outcome', { outcome: 'go' }, [0, 1]],
    ['an outcome nobody decided', { outcome: 'kill' }, []],
    ['who voted', { person: 'nils' }, [1]],
    ['who recorded it', { person: 'cleo' }, [0, 1]],
    ['who tabled it', { person: 'ada' }, [0, 1]],
    ['somebody else', { person: 'sami' }, []],
    ['words of the rationale, in any case of letters', { text: 'PAYS back' }, [0, 1]],
    ['words of the question', { text: 'go ahead?' }, [0, 1]],
    ['words nobody wrote', { text: 'bridge' }, []],
    ['several at once', { person: 'nils', outcome: 'kill' }, []],
  ])('is searched for %s', async (_, filter, lines) => expect(await found(filter)).toEqual(lines));

  it('is searched for a body and a project', async () => {
    expect([await found({ body: bodyId }), await found({ body: projects[0] })]).toEqual([[0, 1], []]);
    expect(await found({ project: projects[1] })).toEqual([1]);
  });
});
