import 'reflect-metadata';
import { streamName } from '@docket/kernel';
import { requestOf, type Slice } from '@docket/portfolio/testing';
import {
  carryDecision,
  claimForMotion,
  DeclareDependencyCommand,
  dependencyGraphIdOf,
  dependencyIdOf,
  ListDependenciesQuery,
  ListProjectDependenciesQuery,
  ProposeProjectCommand,
  RemoveDependencyCommand,
  ReviseBusinessCaseCommand,
  WithdrawProposalCommand,
  type DependencyKind,
} from '.';
import { bodyId, businessCase } from './testing/project.scenes';
import { idOf, openPortfolio, openProjectSlice } from './testing/project-slice';

describe('dependencies through the bus', () => {
  let slice: Slice;
  let portfolioId: string;
  let register: string;
  let courts: string;
  const propose = async (name: string) =>
    idOf(
      await slice.commands.execute(
        new ProposeProjectCommand(requestOf(name), { portfolioId, ...businessCase, name }),
      ),
    );
  beforeEach(async () => {
    slice = await openProjectSlice();
    portfolioId = await openPortfolio(slice);
    register = await propose('Register');
    courts = await propose('Courts');
  });
  afterEach(() => slice.close());

  const declare = (key: string, from: string, kind: DependencyKind, to: string) =>
    slice.commands.execute(
      new DeclareDependencyCommand(requestOf(key), { portfolioId, kind, from, to, reason: 'Its data.' }),
    );
  const graph = () => streamName('docket', 'dependency-graph', dependencyGraphIdOf(portfolioId));
  const listed = async () =>
    slice.queries.execute(new ListDependenciesQuery(await slice.read(), portfolioId));

  it('are judged on both projects and their portfolio, at revisions that the event names', async () => {
    const answer = await declare('d', courts, 'requires', register);
    expect(idOf(answer)).toBe(dependencyIdOf({ portfolioId, kind: 'requires', from: courts, to: register }));
    const [event] = await slice.events(graph());
    const revision = 0;
    expect(event?.meta).toMatchObject({
      portfolio: portfolioId,
      guards: [
        { stream: streamName('docket', 'portfolio', portfolioId), revision },
        { stream: streamName('docket', 'project', courts), revision },
        { stream: streamName('docket', 'project', register), revision },
      ],
    });
  });

  it('have one effect when twenty copies arrive at once, and twenty equal answers', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => declare('d', courts, 'requires', register)),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await slice.events(graph())).toHaveLength(1);
  });

  it('raced from two sides close no circle', async () => {
    const outcomes = await Promise.all([
      declare('d1', courts, 'requires', register),
      declare('d2', register, 'requires', courts),
    ]);
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['accepted', 'refused']);
    expect(await listed()).toHaveLength(1);
  });

  it('are listed by the names that projects have now, from either end', async () => {
    const id = idOf(await declare('d', courts, 'requires', register));
    const renamed = { projectId: register, ...businessCase, name: 'Land register' };
    await slice.commands.execute(new ReviseBusinessCaseCommand(requestOf('n'), renamed));
    const reading = await slice.read();
    const shown = {
      id,
      kind: 'requires',
      from: courts,
      to: register,
      fromName: 'Courts',
      toName: 'Land register',
      fromStatus: { status: 'proposed', since: expect.stringMatching(/^2026-03-02T/), stands: true },
      toStatus: { status: 'proposed', since: expect.stringMatching(/^2026-03-02T/), stands: true },
      reason: 'Its data.',
      declaredBy: 'ada',
      declaredAt: expect.any(String),
    };
    expect(await listed()).toEqual([shown]);
    for (const end of [courts, register])
      expect(await slice.queries.execute(new ListProjectDependenciesQuery(reading, end))).toEqual([shown]);
    const tunnel = await propose('Tunnel');
    const alone = new ListProjectDependenciesQuery(await slice.read(), tunnel);
    expect(await slice.queries.execute(alone)).toEqual([]);
    const nobody = new ListProjectDependenciesQuery(reading, portfolioId);
    expect(await slice.queries.execute(nobody)).toMatchObject({ refusal: { code: 'project-unknown' } });
  });

  it('say what has become of the other project since, and are not declared on it anew', async () => {
    await declare('d', courts, 'requires', register);
    const before = await slice.read();
    const withdrawal = { projectId: register, reason: 'The law waits.' };
    await slice.commands.execute(new WithdrawProposalCommand(requestOf('w'), withdrawal));
    expect(await listed()).toMatchObject([
      {
        fromStatus: { status: 'proposed' },
        toStatus: { status: 'withdrawn', since: expect.any(String), stands: false },
      },
    ]);
    expect(await slice.queries.execute(new ListDependenciesQuery(before, portfolioId))).toMatchObject([
      { toStatus: { status: 'proposed' } },
    ]);
    expect(await declare('e', courts, 'finish-before-start', register)).toMatchObject({
      refusal: { code: 'dependency-on-ended' },
    });
    expect(await slice.events(graph())).toHaveLength(1);
  });

  it('say since when the other stands as it does, also where a body decided that nothing changes', async () => {
    await declare('d', courts, 'requires', register);
    const [first] = await listed();
    slice.clock.set('2026-03-03T09:00:00.000Z');
    const motionId = 'c1b2d9f4-1fcb-85a6-8a0f-2b7f4b3a9e01';
    await claimForMotion(slice.runtime, requestOf('c'), { projectId: register, motionId });
    const decision = { projectId: register, motionId, bodyId, outcome: 'defer' } as const;
    await carryDecision(slice.runtime, requestOf('r'), decision);
    expect(await listed()).toEqual([first]);
  });

  it('are gone once they are taken back, and may be declared anew', async () => {
    const dependencyId = idOf(await declare('d', courts, 'excludes', register));
    const taken = { portfolioId, dependencyId, reason: 'They can share.' };
    await slice.commands.execute(new RemoveDependencyCommand(requestOf('x'), taken));
    expect(await listed()).toEqual([]);
    expect(idOf(await declare('d2', register, 'excludes', courts))).toBe(dependencyId);
    expect(await listed()).toMatchObject([{ from: register, to: courts }]);
  });
});
