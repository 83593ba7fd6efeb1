import type { TestDocket } from './docket.fixture';
import { AtGates, cityGates, closing } from './gates.fixture';
import { Office } from './office.fixture';
import { inShort } from './problem.fixture';

/** A project lives through its gates to its end, in the profile that `start` starts. */
export const describeGates = (profile: string, start: () => Promise<TestDocket>) =>
  describe(`a project on its way through the gates to its end: ${profile}`, () => {
    let office: Office;
    let at: AtGates;
    let project: string;
    /** A token of the moment at which it stood at the second gate with nothing judged. */
    let then: string;
    let lastMotion: string;
    beforeAll(async () => {
      office = await Office.open(start);
      at = new AtGates(office);
      project = await at.propose('East bridge');
    });
    afterAll(() => office.close());

    const gates = () => at.now(`/api/v1/projects/${project}/gates`);
    const closure = () => at.now(`/api/v1/projects/${project}/closure`);
    const standing = async () => (await gates()).standing?.gateId ?? null;
    const judgements = async () =>
      (await gates()).standing?.criteria.map(({ id, standing: s }: Record<string, string>) => `${id} ${s}`);
    const toDo = async (person: string) =>
      (await at.now(`/api/v1/portfolios/${office.ids.portfolioId}/people/${person}/to-do`)).rows
        .filter((one: { projectId: string }) => one.projectId === project)
        .map(({ task = '', criterionId }: Record<string, string | null>) =>
          criterionId ? `${task} ${criterionId}` : task,
        );

    it('begins with gates that the PMO publishes, as a numbered version', async () => {
      expect(inShort(await at.publish(cityGates, 'p-priya'))).toBe('403 not-allowed');
      expect((await at.publish()).status).toBe(200);
      const { rows } = await at.now(`/api/v1/portfolios/${office.ids.portfolioId}/gates`);
      expect(rows).toEqual([
        {
          ...{ kind: 'project', version: 1, inForce: true, publishedBy: 'p-otto', gates: cityGates },
          publishedAt: expect.any(String),
        },
      ]);
    });

    it('comes to the first gate, brought by who manages it, and to none out of turn', async () => {
      expect(inShort(await at.reach(project, 'moon'))).toBe('404 gate-unknown');
      expect(inShort(await at.reach(project, 'case'))).toBe('409 gate-out-of-order');
      expect((await at.reach(project, 'idea')).status).toBe(200);
      expect(await standing()).toBe('idea');
    });

    it('gets no ballot on a plain go while what must be met is not, and is told what', async () => {
      const motion = await at.table(project, 'go');
      const refused = await at.open(motion);
      expect(inShort(refused)).toBe('409 gate-not-met');
      expect(refused.body.detail).toContain('sponsor - "Somebody sponsors it."');
      expect(await toDo('p-dina')).toEqual(['judge-criterion sponsor']);
      expect((await at.judge(project, 'idea', 'sponsor', 'met')).status).toBe(200);
      expect(await toDo('p-dina')).toEqual([]);
      expect((await at.open(motion)).status).toBe(200);
      expect(inShort(await at.reach(project, 'case'))).toBe('409 motion-already-open');
      await at.decide(motion);
      const { standing: where, passed } = await gates();
      expect([where, passed]).toEqual([
        null,
        [expect.objectContaining({ gateId: 'idea', motionId: motion, outcome: 'go', unmet: [] })],
      ]);
    });

    it('shows at the second gate what it asks, and lets nobody judge what is their own', async () => {
      expect((await at.reach(project, 'case')).status).toBe(200);
      then = (await gates()).asOf.token;
      expect(await judgements()).toEqual(['funding evidence-awaited', 'options to-judge']);
      expect(inShort(await at.show(project, 'case', 'sponsor'))).toBe('422 criterion-unknown');
      expect(inShort(await at.show(project, 'idea', 'sponsor'))).toBe('409 not-at-this-gate');
      expect(inShort(await at.judge(project, 'case', 'funding', 'met'))).toBe('409 evidence-not-given');
      expect((await at.show(project, 'case', 'funding')).status).toBe(200);
      expect(inShort(await at.judge(project, 'case', 'funding', 'met', 'p-priya'))).toBe('403 not-allowed');
      const path = `/api/v1/projects/${project}/interests`;
      await office.done('p-bea', path, { nature: 'family', description: 'My brother owns the quarry.' });
      expect(inShort(await at.judge(project, 'case', 'funding', 'met', 'p-bea'))).toBe('403 own-component');
      expect(await toDo('p-bea')).toEqual([]);
      await office.done('p-bea', `${path}/p-bea/withdrawal`, { reason: 'He sold it.' });
    });

    it('is let through once that is met, and by what the board saw, whatever falls while it votes', async () => {
      expect((await at.judge(project, 'case', 'funding', 'not-met')).status).toBe(200);
      const motion = await at.table(project, 'go');
      expect(inShort(await at.open(motion))).toBe('409 gate-not-met');
      expect((await at.judge(project, 'case', 'funding', 'met')).status).toBe(200);
      expect((await at.open(motion)).status).toBe(200);
      expect((await at.judge(project, 'case', 'funding', 'not-met', 'p-carl', 'Withdrawn.')).status).toBe(
        200,
      );
      const seen = await at.now(`/api/v1/motions/${motion}/gate`);
      expect([seen.atOpening.unmet, seen.now.unmet]).toEqual([[], ['funding']]);
      const capsule = await at.now(`/api/v1/motions/${motion}/capsule`);
      expect(capsule.seen.gates.standing).toEqual(seen.atOpening);
      expect(capsule.differences.gates).toContainEqual({
        ...{ path: 'standing.unmet[0]', then: null, now: 'funding' },
      });
      await at.decide(motion);
      const { passed } = await gates();
      expect(passed.map(({ gateId, unmet }: Record<string, unknown>) => [gateId, unmet])).toEqual([
        ['idea', []],
        ['case', ['funding']],
      ]);
    });

    it('is not closed while it runs, and waits for its report once the board has decided "complete"', async () => {
      expect(inShort(await at.close(project))).toBe('409 project-not-ended');
      lastMotion = await at.decided(project, 'complete');
      expect(await toDo('p-priya')).toEqual(['give-closure-report']);
      const { closure: given, due, status } = await closure();
      expect([given, status, due > new Date().toISOString()]).toEqual([null, 'completed', true]);
      expect(inShort(await at.show(project, 'case', 'funding'))).toBe('409 project-ended');
    });

    it('is closed with cost, dates, lessons and the owner of its benefits, once', async () => {
      const { benefitOwner: _, ...ownerless } = closing;
      const euros = { ...closing, finalCost: { amount: '1', currency: 'EUR' } };
      const below = { ...closing, finalCost: { amount: '-1', currency: 'GBP' } };
      expect(inShort(await at.close(project, ownerless))).toBe('422 benefit-owner-missing');
      expect(inShort(await at.close(project, { ...closing, lessons: ' ' }))).toBe('400 fields-invalid');
      expect(inShort(await at.close(project, euros))).toBe('422 another-currency');
      expect(inShort(await at.close(project, below))).toBe('422 amount-negative');
      expect((await at.close(project)).status).toBe(200);
      expect(await toDo('p-priya')).toEqual([]);
      expect(inShort(await at.close(project, { ...closing, lessons: 'None.' }))).toBe(
        '409 closure-already-given',
      );
      expect((await closure()).closure).toMatchObject({
        ...{ ...closing, outcome: 'completed', motionId: lastMotion, by: 'p-priya', corrected: 0 },
      });
    });

    it('is corrected with a reason, and what was said before stays readable and is found by its words', async () => {
      const finalCost = { amount: '13000000', currency: 'GBP' };
      const corrected = { ...closing, finalCost, reason: 'The last invoice came in.' };
      expect((await at.correct(project, corrected)).status).toBe(200);
      const { closure: now } = await closure();
      expect([now.finalCost, now.corrections]).toEqual([
        finalCost,
        [
          {
            former: expect.objectContaining({ finalCost: closing.finalCost }),
            ...{ by: 'p-priya', at: expect.any(String), reason: corrected.reason },
          },
        ],
      ]);
      const list = `/api/v1/portfolios/${office.ids.portfolioId}/closures`;
      const found = async (query: string) => (await at.now(`${list}?${query}`)).total;
      expect([
        await found('text=FLOOD&outcome=completed'),
        await found('text=tunnel'),
        await found('outcome=killed'),
        await found('owner=p-maya'),
        await found('owner=p-otto'),
      ]).toEqual([1, 0, 0, 1, 0]);
    });

    it('takes no motion any more', async () => {
      const { portfolioId, bodyId } = office.ids;
      const asking = { bodyId, projectId: project, ask: 'go', question: 'Once more?' };
      const path = `/api/v1/portfolios/${portfolioId}/motions`;
      expect(inShort(await (await office.as('p-sven')).post(path, asking))).toBe('422 ask-does-not-fit');
    });

    it('stood at its gate then as it stood then, whatever came since', async () => {
      await at.publish([...cityGates].reverse());
      const path = `/api/v1/projects/${project}/gates`;
      const { body } = await office.docket.visitor.get(`${path}?asOf=${encodeURIComponent(then)}`);
      expect([body.standing.gateId, body.standing.version, body.standing.unmet]).toEqual([
        ...['case', 1, ['funding']],
      ]);
      expect(body.standing.criteria.map(({ evidence }: { evidence: unknown[] }) => evidence)).toEqual([
        [],
        [],
      ]);
      expect(body.passed.map(({ gateId }: { gateId: string }) => gateId)).toEqual(['idea']);
    });
  });
