import 'reflect-metadata';
import { streamName, type Request } from '@docket/kernel';
import { requestOf, type Slice } from '@docket/portfolio/testing';
import {
  carryDecision,
  claimForMotion,
  FindProjectQuery,
  projectById,
  projectsOf,
  ProposeProjectCommand,
  releaseMotion,
  ReportStatusCommand,
  ReviseBusinessCaseCommand,
  WithdrawProposalCommand,
} from '.';
import { bodyId, businessCase } from './testing/project.scenes';
import { idOf, openPortfolio, openProjectSlice } from './testing/project-slice';

const unknownId = '11111111-1111-8111-8111-111111111111';

describe('a proposal through the bus', () => {
  let slice: Slice;
  let portfolioId: string;
  beforeEach(async () => {
    slice = await openProjectSlice();
    portfolioId = await openPortfolio(slice);
  });
  afterEach(() => slice.close());

  const propose = (request: Request, portfolio = portfolioId) =>
    slice.commands.execute(new ProposeProjectCommand(request, { portfolioId: portfolio, ...businessCase }));
  const streamOf = (id: string) => streamName('docket', 'project', id);

  it('names the revision of the portfolio it was judged on', async () => {
    const id = idOf(await propose(requestOf('p')));
    const [event] = await slice.events(streamOf(id));
    expect(event).toMatchObject({
      type: 'ProjectProposed',
      data: { projectId: id, portfolioId, proposer: 'ada', proposedOn: '2026-03-02', ...businessCase },
      meta: { portfolio: portfolioId, guards: [{ stream: `docket-portfolio-${portfolioId}`, revision: 0 }] },
    });
  });

  it('has one effect when twenty copies arrive at once, and twenty equal answers', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => propose(requestOf('p'))));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await slice.events(streamOf(idOf(await propose(requestOf('p')))))).toHaveLength(1);
  });

  it('stores nothing without a portfolio, or for a project nobody knows', async () => {
    expect(await propose(requestOf('p'), unknownId)).toMatchObject({
      refusal: { code: 'portfolio-unknown' },
    });
    const revision = { projectId: unknownId, ...businessCase };
    expect(
      await slice.commands.execute(new ReviseBusinessCaseCommand(requestOf('r'), revision)),
    ).toMatchObject({
      refusal: { code: 'project-unknown' },
    });
    const { cut } = await slice.read();
    expect(cut.number).toBe(1);
  });

  /** Events 2 to 8: proposed, revised, a motion that came to nothing, one that was carried, and the first report. */
  const journey = async () => {
    const projectId = idOf(await propose(requestOf('p')));
    const { commands, runtime } = slice;
    const revised = { projectId, ...businessCase, wholeLifeCost: '51000000' };
    await commands.execute(new ReviseBusinessCaseCommand(requestOf('r'), revised));
    await claimForMotion(runtime, requestOf('c0'), { projectId, motionId: 'm0' });
    await releaseMotion(runtime, requestOf('c1'), { projectId, motionId: 'm0' });
    await claimForMotion(runtime, requestOf('c2'), { projectId, motionId: 'm1' });
    const decision = { projectId, motionId: 'm1', bodyId, outcome: 'go' } as const;
    await carryDecision(runtime, requestOf('d'), decision);
    const figures = { actualCost: '12.50' };
    const report = { projectId, reportedFor: '2026-03-02', figures, narrative: 'Begun.' };
    await commands.execute(new ReportStatusCommand(requestOf('s'), report));
    return { projectId, ...(await slice.read()) };
  };

  it('is listed with its case, its baseline and its last report', async () => {
    const { projectId, readModel, cut } = await journey();
    const { name, sponsor, manager, start, finish } = businessCase;
    const authorised = { wholeLifeCost: '51000000', expectedBenefits: '131000000', start, finish };
    const listed = await projectsOf(readModel, cut, { portfolioId });
    expect(listed).toEqual([
      {
        id: projectId,
        portfolioId,
        name,
        department: 'HMLR',
        category: null,
        reference: null,
        status: 'authorised',
        since: '2026-03-02',
        absentFrom: null,
        proposer: 'ada',
        sponsor,
        manager,
        declined: [],
        interested: [],
        openMotion: null,
        businessCase: { wholeLifeCost: '51000000', expectedBenefits: '131000000', start, finish },
        baseline: { original: authorised, current: authorised },
        differsFromBaseline: [],
        reports: 1,
        firstReportedFinish: null,
        lastReport: {
          reportedFor: '2026-03-02',
          figures: { actualCost: '12.5' },
          confidence: null,
          eventId: expect.any(String),
          revision: 6,
        },
        previousReport: null,
        reported: {
          actualCost: { value: '12.5', reportedFor: '2026-03-02', eventId: expect.any(String) },
        },
        confidence: null,
        mustHave: null,
        node: null,
      },
    ]);
    const words = {
      description: businessCase.summary,
      baselineScope: { original: null, current: null },
      narrative: 'Begun.',
    };
    const nothingListed = { budgetByYear: [], demand: [], benefits: [], risks: [] };
    const whole = { ...listed[0]?.businessCase, scope: null, options: null, ...nothingListed };
    expect(await slice.queries.execute(new FindProjectQuery({ readModel, cut }, projectId))).toEqual({
      ...listed[0],
      businessCase: whole,
      ...words,
    });
  });

  it('answers as of any number between', async () => {
    const { projectId, readModel, cut } = await journey();
    const before = { status: 'proposed', openMotion: 'm1', baseline: null, narrative: null };
    expect(await projectById(readModel, { ...cut, number: 6 }, { projectId })).toMatchObject(before);
    const nothing = { refusal: { code: 'project-unknown' } };
    expect(await projectById(readModel, { ...cut, number: 1 }, { projectId })).toMatchObject(nothing);
  });

  it('is listed no more once it is withdrawn, but on request', async () => {
    const projectId = idOf(await propose(requestOf('p')));
    await slice.commands.execute(
      new WithdrawProposalCommand(requestOf('w'), { projectId, reason: 'Postponed.' }),
    );
    const { readModel, cut } = await slice.read();
    const ids = async (filter: object) =>
      (await projectsOf(readModel, cut, { portfolioId, ...filter })).map(({ id }) => id);
    expect(await ids({})).toEqual([]);
    expect(await ids({ status: 'withdrawn' })).toEqual([projectId]);
    expect(await ids({ status: 'all', department: 'HMLR' })).toEqual([projectId]);
    expect(await ids({ status: 'all', department: 'DFT' })).toEqual([]);
  });
});
