import 'reflect-metadata';
import { requestOf, type Slice } from '@docket/portfolio/testing';
import {
  carryDecision,
  claimForMotion,
  gateSetIdOf,
  gateSetsOf,
  gatesOfProjectAt,
  GiveGateEvidenceCommand,
  JudgeGateCriterionCommand,
  ProposeProjectCommand,
  PublishGatesCommand,
  ReachGateCommand,
  type CriterionFinding,
} from '.';
import { gates } from './testing/gate.scenes';
import { bodyId, businessCase } from './testing/project.scenes';
import { idOf, openPortfolio, openProjectSlice } from './testing/project-slice';

describe('gates through the bus', () => {
  let slice: Slice;
  let portfolioId: string;
  let projectId: string;
  beforeEach(async () => {
    slice = await openProjectSlice();
    portfolioId = await openPortfolio(slice);
    const proposal = new ProposeProjectCommand(requestOf('p'), { portfolioId, ...businessCase });
    projectId = idOf(await slice.commands.execute(proposal));
    await publish('first', gates);
  });
  afterEach(() => slice.close());

  const by = (actor: string, key: string) => ({ ...requestOf(key), actor });
  const publish = (key: string, given: typeof gates | readonly (typeof gates)[number][]) =>
    slice.commands.execute(
      new PublishGatesCommand(by('otto', key), { portfolioId, kind: 'project', gates: given }),
    );
  const reach = (gateId: string, key = gateId) =>
    slice.commands.execute(new ReachGateCommand(by('otto', key), { projectId, gateId, reason: 'Ready.' }));
  const of = (criterionId: string) => ({ projectId, gateId: 'case', criterionId });
  const show = (key = 'show') =>
    slice.commands.execute(
      new GiveGateEvidenceCommand(by('linus', key), { ...of('funding'), what: `The letter, ${key}.` }),
    );
  const judge = (finding: CriterionFinding, key: string = finding) =>
    slice.commands.execute(
      new JudgeGateCriterionCommand(by('dina', key), { ...of('funding'), finding, reason: 'Read it.' }),
    );
  const standings = async () => {
    const { readModel, cut } = await slice.read();
    const answer = await gatesOfProjectAt(readModel, cut, { projectId });
    return 'refusal' in answer
      ? []
      : answer.standing?.criteria.map(({ id, standing }) => `${id} ${standing}`);
  };

  it('are read in all their versions, the one in force first', async () => {
    await publish('second', gates.slice(1));
    const { readModel, cut } = await slice.read();
    const sets = await gateSetsOf(readModel, cut, { portfolioId });
    expect(sets.map(({ version, inForce, publishedBy }) => [version, inForce, publishedBy])).toEqual([
      [2, true, 'otto'],
      [1, false, 'otto'],
    ]);
    expect(sets.map((one) => one.gates)).toEqual([gates.slice(1), gates]);
  });

  it('are kept by a project as they were when it came to one, and named among the guards', async () => {
    await reach('case');
    await publish('second', gates.slice(2));
    expect(await standings()).toEqual([
      ...['funding evidence-awaited', 'sponsored to-judge', 'options to-judge'],
    ]);
    const last = (await slice.events(`docket-project-${projectId}`)).at(-1);
    expect(last?.meta.guards).toContainEqual({
      stream: `docket-gate-set-${gateSetIdOf(portfolioId, 'project')}`,
      revision: 0,
    });
    expect(await reach('case', 'again')).toMatchObject({ refusal: { code: 'gate-unknown' } });
  });

  it('show of a criterion what is awaited, to be judged, found, and to be judged anew', async () => {
    await reach('case');
    const seen: unknown[] = [(await standings())?.[0]];
    for (const act of [
      () => show(),
      () => judge('not-met'),
      () => show('more'),
      () => judge('met'),
      () => show('even more'),
      () => judge('not-applicable'),
    ]) {
      await act();
      seen.push((await standings())?.[0]);
    }
    expect(seen).toEqual([
      'funding evidence-awaited',
      'funding to-judge',
      'funding not-met',
      'funding to-judge',
      'funding met',
      'funding met',
      'funding not-applicable',
    ]);
  });

  it('count as passed no more once it comes back to an earlier one', async () => {
    const seen: unknown[] = [];
    const see = async () => {
      const { readModel, cut } = await slice.read();
      const answer = await gatesOfProjectAt(readModel, cut, { projectId });
      if (!('refusal' in answer))
        seen.push([answer.standing?.gateId, answer.passed.map((one) => one.gateId)]);
    };
    for (const gateId of ['idea', 'case', 'delivery', 'case'] as const) {
      await reach(gateId, `${gateId}-${seen.length}`);
      await see();
      const on = { projectId, motionId: `m-${seen.length}` };
      await claimForMotion(slice.runtime, by('otto', `claim-${on.motionId}`), on);
      const decision = { ...on, bodyId, outcome: 'conditional-go' } as const;
      await carryDecision(slice.runtime, by('otto', `carry-${on.motionId}`), decision);
      await see();
    }
    expect(seen).toEqual([
      ['idea', []],
      [undefined, ['idea']],
      ['case', ['idea']],
      [undefined, ['idea', 'case']],
      ['delivery', ['idea', 'case']],
      [undefined, ['idea', 'case', 'delivery']],
      ['case', ['idea']],
      [undefined, ['idea', 'case']],
    ]);
  });

  it('stand as of any earlier moment as they stood', async () => {
    await reach('case');
    const then = await slice.read();
    await show();
    await judge('met');
    const { readModel } = await slice.read();
    const before = await gatesOfProjectAt(readModel, then.cut, { projectId });
    expect(before).toEqual(await gatesOfProjectAt(then.readModel, then.cut, { projectId }));
    expect(before).toMatchObject({
      standing: { unmet: ['funding', 'sponsored'], since: expect.any(String) },
    });
  });

  it('stand on every earlier day as they stood on it, with the version that was in force', async () => {
    const days = ['2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06'] as const;
    const deeds = [
      () => reach('case'),
      () => show(),
      () => judge('met'),
      () => publish('later', gates.slice(0, 2)),
    ];
    for (const [index, deed] of deeds.entries()) {
      slice.clock.set(`${days[index]}T12:00:00.000Z`);
      await deed();
    }
    const seen: unknown[] = [];
    for (const day of ['2026-03-02', ...days]) {
      const { readModel, cut } = await slice.read();
      const number = await readModel.numberOnTimeline(portfolioId, `${day}T23:59:59.999Z`);
      const answer = await gatesOfProjectAt(readModel, { ...cut, number }, { projectId });
      const [inForce] = await gateSetsOf(readModel, { number }, { portfolioId });
      const standing = 'refusal' in answer ? undefined : answer.standing?.criteria[0]?.standing;
      seen.push([day, standing ?? null, inForce?.version]);
    }
    expect(seen).toEqual([
      ['2026-03-02', null, 1],
      ['2026-03-03', 'evidence-awaited', 1],
      ['2026-03-04', 'to-judge', 1],
      ['2026-03-05', 'met', 1],
      ['2026-03-06', 'met', 2],
    ]);
  });

  it('have one effect and one answer, however often they are sent', async () => {
    const answers = await Promise.all([reach('case'), reach('case'), reach('case')]);
    expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(await slice.events(`docket-project-${projectId}`)).toHaveLength(2);
  });

  it('are none of a project that is not there', async () => {
    const { readModel, cut } = await slice.read();
    const nobody = '00000000-0000-8000-8000-000000000000';
    expect(await gatesOfProjectAt(readModel, cut, { projectId: nobody })).toMatchObject({
      refusal: { code: 'project-unknown' },
    });
    const asked = new ReachGateCommand(by('otto', 'n'), { projectId: nobody, gateId: 'idea', reason: 'R.' });
    expect(await slice.commands.execute(asked)).toMatchObject({ refusal: { code: 'project-unknown' } });
  });
});
