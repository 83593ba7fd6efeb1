import 'reflect-metadata';
import { requestOf, type Slice } from '@docket/portfolio/testing';
import {
  carryDecision,
  claimForMotion,
  CloseProjectCommand,
  CLOSURE_DAYS,
  closureOf,
  closuresOf,
  CorrectClosureCommand,
  ProposeProjectCommand,
  ReportStatusCommand,
  type Outcome,
} from '.';
import { closure } from './testing/gate.scenes';
import { bodyId, businessCase } from './testing/project.scenes';
import { idOf, openPortfolio, openProjectSlice } from './testing/project-slice';

describe('the closure report through the bus', () => {
  let slice: Slice;
  let portfolioId: string;
  let projectId: string;
  beforeEach(async () => {
    slice = await openProjectSlice();
    portfolioId = await openPortfolio(slice);
    projectId = await propose('Digital land register');
  });
  afterEach(() => slice.close());

  const propose = async (name: string) => {
    const data = { portfolioId, ...businessCase, name };
    return idOf(await slice.commands.execute(new ProposeProjectCommand(requestOf(`propose ${name}`), data)));
  };
  const decide = async (outcome: Outcome, project = projectId) => {
    const on = { projectId: project, motionId: `${outcome}-${project}` };
    await claimForMotion(slice.runtime, requestOf(`claim-${on.motionId}`), on);
    return carryDecision(slice.runtime, requestOf(`carry-${on.motionId}`), { ...on, bodyId, outcome });
  };
  const ended = async (outcome: 'kill' | 'complete', project = projectId) => {
    await decide('go', project);
    await decide(outcome, project);
  };
  const close = (said = closure, project = projectId, key = `close-${project}`) =>
    slice.commands.execute(new CloseProjectCommand(requestOf(key), { projectId: project, ...said }));
  const correct = (amount: string, reason = 'An invoice came in.') =>
    slice.commands.execute(
      new CorrectClosureCommand(requestOf(`correct-${amount}`), {
        ...{ projectId, ...closure, reason },
        finalCost: { amount, currency: 'GBP' },
      }),
    );
  const answer = async () => {
    const { readModel, cut } = await slice.read();
    const given = await closureOf(readModel, cut, { projectId });
    if ('refusal' in given) throw new Error(given.refusal.message);
    return given;
  };
  const found = async (filter: object) => {
    const { readModel, cut } = await slice.read();
    return (await closuresOf(readModel, cut, { portfolioId, ...filter })).map(({ name }) => name);
  };

  it('is waited for from the decision on, for thirty days', async () => {
    expect(await answer()).toMatchObject({ status: 'proposed', due: null, closure: null });
    await decide('go');
    expect(await answer()).toMatchObject({ status: 'authorised', due: null, closure: null });
    await decide('complete');
    const { due, status } = await answer();
    const last = (await slice.events(`docket-project-${projectId}`)).at(-1);
    const days = (Date.parse(due ?? '') - Date.parse(last?.meta.recordedAt ?? '')) / 86_400_000;
    expect([status, days]).toEqual(['completed', CLOSURE_DAYS]);
  });

  it('says what was spent, beside what was authorised and what was last reported', async () => {
    await decide('go');
    const report = { projectId, reportedFor: '2026-03-02', figures: { actualCost: '47000000' } };
    await slice.commands.execute(new ReportStatusCommand(requestOf('report', report), report));
    await decide('complete');
    await close();
    const { closure: given, baseline, reported, due } = await answer();
    expect([given?.finalCost, baseline?.original.wholeLifeCost, reported.actualCost?.value, due]).toEqual([
      closure.finalCost,
      businessCase.wholeLifeCost,
      '47000000',
      null,
    ]);
    expect(given).toMatchObject({
      ...{ outcome: 'completed', motionId: `complete-${projectId}`, by: 'ada', corrected: 0 },
      ...{ start: '2025-09-01', finish: '2026-02-28', benefitOwner: 'grace', noOwnerReason: null },
    });
  });

  it('keeps every value it had, with who corrected it and why', async () => {
    await ended('complete');
    await close();
    await correct('48000000');
    await correct('48000001', 'Another invoice.');
    const { closure: now } = await answer();
    expect([now?.finalCost.amount, now?.corrected]).toEqual(['48000001', 2]);
    expect(now?.corrections.map(({ former, reason }) => [former.finalCost.amount, reason])).toEqual([
      ['47900000', 'An invoice came in.'],
      ['48000000', 'Another invoice.'],
    ]);
    const events = await slice.events(`docket-project-${projectId}`);
    expect(events.slice(-2).map(({ data }) => ('corrects' in data ? data.corrects : null))).toEqual([5, 6]);
  });

  it('has one effect and one answer, however often it is sent', async () => {
    await ended('kill');
    const answers = await Promise.all([close(), close(), close()]);
    expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(await close(closure, projectId, 'another key')).toMatchObject({
      outcome: 'accepted',
      revision: 5,
    });
  });

  it('is found by outcome, by owner of the benefits, by words of its lessons and its name', async () => {
    const other = await propose('Courts online');
    await ended('complete');
    await ended('kill', other);
    await close();
    const { benefitOwner: _, ...nobodys } = closure;
    const killed = { ...nobodys, noOwnerReason: 'Nothing came of it.', finish: '2026-01-31' };
    const data = { projectId: other, ...killed, lessons: 'Test the BENCH first.' };
    await slice.commands.execute(new CloseProjectCommand(requestOf('close-other', data), data));
    expect(await found({})).toEqual(['Digital land register', 'Courts online']);
    expect(await found({ outcome: 'killed' })).toEqual(['Courts online']);
    expect(await found({ owner: 'grace' })).toEqual(['Digital land register']);
    expect(await found({ text: 'bench' })).toEqual(['Courts online']);
    expect(await found({ text: 'LAND' })).toEqual(['Digital land register']);
    expect(await found({ text: 'bench', outcome: 'completed' })).toEqual([]);
  });

  it('is as of an earlier moment what it was then', async () => {
    await ended('complete');
    await close();
    const then = await slice.read();
    await correct('48000000');
    const { readModel } = await slice.read();
    expect(await closuresOf(readModel, then.cut, { portfolioId })).toMatchObject([
      { finalCost: closure.finalCost, corrected: 0 },
    ]);
  });

  it('is none of a project that is not there', async () => {
    const { readModel, cut } = await slice.read();
    expect(await closureOf(readModel, cut, { projectId: 'x' })).toMatchObject({
      refusal: { code: 'project-unknown' },
    });
  });
});
