import 'reflect-metadata';
import { requestOf, type Slice } from '@docket/portfolio/testing';
import {
  DeclinePartCommand,
  ListRevisionsQuery,
  projectById,
  projectsOf,
  ProposeProjectCommand,
  ReviseBusinessCaseCommand,
  TakeUpPartCommand,
} from '.';
import { businessCase } from './testing/project.scenes';
import { idOf, openPortfolio, openProjectSlice } from './testing/project-slice';

describe('a part that is declined, through the bus', () => {
  let slice: Slice;
  let portfolioId: string;
  let projectId: string;
  beforeEach(async () => {
    slice = await openProjectSlice();
    portfolioId = await openPortfolio(slice);
    const proposal = new ProposeProjectCommand(requestOf('p'), { portfolioId, ...businessCase });
    projectId = idOf(await slice.commands.execute(proposal));
  });
  afterEach(() => slice.close());

  const reason = 'Nobody asked me.';
  const by = (actor: string, key: string) => ({ ...requestOf(key), actor, reach: 'own' as const });
  const decline = (key: string, actor = 'grace') =>
    slice.commands.execute(new DeclinePartCommand(by(actor, key), { projectId, part: 'sponsor', reason }));
  const takeUp = (key: string) =>
    slice.commands.execute(new TakeUpPartCommand(by('grace', key), { projectId, part: 'sponsor' }));
  const revise = (sponsor: string) =>
    slice.commands.execute(
      new ReviseBusinessCaseCommand(requestOf(`r-${sponsor}`), { projectId, ...businessCase, sponsor }),
    );
  const people = async (number?: number) => {
    const { readModel, cut } = await slice.read();
    const at = number === undefined ? cut : { ...cut, number };
    const project = await projectById(readModel, at, { projectId });
    if ('outcome' in project) throw new Error(project.refusal.message);
    const { proposer, sponsor, manager, declined } = project;
    return { proposer, sponsor, manager, declined };
  };
  const refusal = { part: 'sponsor', personId: 'grace', at: '2026-03-02T09:00:00.000Z', reason };

  it('is shown as declined, by whom, when and why; before it, as of then, as named', async () => {
    await decline('d');
    const { readModel, cut } = await slice.read();
    expect(await people()).toEqual({
      proposer: 'ada',
      sponsor: null,
      manager: 'linus',
      declined: [{ ...refusal, at: expect.stringMatching(/^2026-03-02T/) }],
    });
    expect(await projectsOf(readModel, cut, { portfolioId })).toMatchObject([
      { sponsor: null, declined: [{ personId: 'grace', reason }] },
    ]);
    expect(await people(cut.number - 1)).toMatchObject({ sponsor: 'grace', declined: [] });
  });

  it('has another by a revision, and stays declined by the first until they take it up', async () => {
    await decline('d');
    await revise('joan');
    expect(await people()).toMatchObject({ sponsor: 'joan', declined: [{ personId: 'grace' }] });
    await takeUp('t');
    expect(await people()).toMatchObject({ sponsor: 'joan', declined: [] });
  });

  it('is theirs again once they take it up where nobody has it', async () => {
    await decline('d');
    await takeUp('t');
    expect(await people()).toMatchObject({ sponsor: 'grace', declined: [] });
  });

  it('stands among the revisions of the case, with what it changed and why', async () => {
    await decline('d');
    await takeUp('t');
    await decline('again');
    await revise('joan');
    const { readModel, cut } = await slice.read();
    const revisions = await slice.queries.execute(new ListRevisionsQuery({ readModel, cut }, projectId));
    if ('outcome' in revisions) throw new Error(revisions.refusal.message);
    const sponsor = (before: string | null, after: string | null) => [{ path: 'sponsor', before, after }];
    const declined = { event: 'PartDeclined', part: 'sponsor', personId: 'grace', reason };
    expect(
      revisions
        .slice(1)
        .map(({ number, actor, differences, part }) => ({ number, actor, differences, part })),
    ).toEqual([
      { number: 2, actor: 'grace', differences: sponsor('grace', null), part: declined },
      {
        number: 3,
        actor: 'grace',
        differences: sponsor(null, 'grace'),
        part: { ...declined, event: 'PartTakenUp', reason: null },
      },
      { number: 4, actor: 'grace', differences: sponsor('grace', null), part: declined },
      { number: 5, actor: 'ada', differences: sponsor(null, 'joan'), part: null },
    ]);
  });

  it('has one effect and one answer, however often it is sent', async () => {
    const answers = await Promise.all([decline('d'), decline('d'), decline('d')]);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await decline('another')).toMatchObject({ outcome: 'accepted', revision: 1 });
    expect(await slice.events(`docket-project-${projectId}`)).toHaveLength(2);
  });

  it('stores nothing for anybody else', async () => {
    for (const actor of ['ada', 'linus', 'otto'])
      expect(await decline(`d-${actor}`, actor)).toMatchObject({ refusal: { code: 'not-yours' } });
    expect(await slice.events(`docket-project-${projectId}`)).toHaveLength(1);
  });
});
