import 'reflect-metadata';
import { streamName } from '@docket/kernel';
import { requestOf, type Slice } from '@docket/portfolio/testing';
import {
  DeclareDependencyCommand,
  dependencyGraphIdOf,
  dependencyIdOf,
  ListDependenciesQuery,
  ListProjectDependenciesQuery,
  ProposeProjectCommand,
  RemoveDependencyCommand,
  ReviseBusinessCaseCommand,
  type DependencyKind,
} from '.';
import { businessCase } from './testing/project.scenes';
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

  it('are gone once they are taken back, and may be declared anew', async () => {
    const dependencyId = idOf(await declare('d', courts, 'excludes', register));
    const taken = { portfolioId, dependencyId, reason: 'They can share.' };
    await slice.commands.execute(new RemoveDependencyCommand(requestOf('x'), taken));
    expect(await listed()).toEqual([]);
    expect(idOf(await declare('d2', register, 'excludes', courts))).toBe(dependencyId);
    expect(await listed()).toMatchObject([{ from: register, to: courts }]);
  });
});
