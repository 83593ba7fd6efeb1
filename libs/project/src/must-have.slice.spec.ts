import 'reflect-metadata';
import { requestOf, type Slice } from '@docket/portfolio/testing';
import { LiftMustHaveCommand, MarkMustHaveCommand, projectById, ProposeProjectCommand } from '.';
import { businessCase } from './testing/project.scenes';
import { idOf, openPortfolio, openProjectSlice } from './testing/project-slice';

describe('a must-have through the bus', () => {
  let slice: Slice;
  let projectId: string;
  beforeEach(async () => {
    slice = await openProjectSlice();
    const portfolioId = await openPortfolio(slice);
    const proposal = new ProposeProjectCommand(requestOf('p'), { portfolioId, ...businessCase });
    projectId = idOf(await slice.commands.execute(proposal));
  });
  afterEach(() => slice.close());

  const mustHave = async () => {
    const { readModel, cut } = await slice.read();
    const project = await projectById(readModel, cut, { projectId });
    return 'mustHave' in project ? project.mustHave : project;
  };
  const byPmo = (key: string) => ({ ...requestOf(key), actor: 'otto' });
  const mark = (key: string) =>
    slice.commands.execute(new MarkMustHaveCommand(byPmo(key), { projectId, reason: 'The law says so.' }));
  const lift = (key: string) =>
    slice.commands.execute(new LiftMustHaveCommand(byPmo(key), { projectId, reason: 'Repealed.' }));

  it('says why, since when and by whom, until it is lifted', async () => {
    expect(await mustHave()).toBeNull();
    await mark('m');
    expect(await mustHave()).toEqual({
      reason: 'The law says so.',
      since: expect.stringMatching(/^2026-03-02T/),
      by: 'otto',
    });
    await lift('l');
    expect(await mustHave()).toBeNull();
  });

  it('has one effect and one answer, however often it is sent', async () => {
    const answers = await Promise.all([mark('m'), mark('m'), mark('m')]);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await mark('another')).toMatchObject({ outcome: 'accepted', revision: 1 });
    expect(await slice.events(`docket-project-${projectId}`)).toHaveLength(2);
  });

  it('keeps its reasons among the words, which a law may have redacted', async () => {
    await mark('m');
    await lift('l');
    const [, ...events] = await slice.events(`docket-project-${projectId}`);
    expect(events.map(({ type, data }) => ({ type, data }))).toEqual([
      { type: 'MustHaveMarked', data: { projectId, reason: 'The law says so.' } },
      { type: 'MustHaveLifted', data: { projectId, reason: 'Repealed.' } },
    ]);
  });
});
