import type { BoardDays } from './board-days.fixture';
import type { Loose } from './docket.fixture';
import type { ToldBoards } from './told-boards.fixture';

/** What was said, without the moment it was said for. */
const said = (text: string): unknown => {
  const { asOf: _, ...rest } = JSON.parse(text) as Record<string, unknown>;
  return rest;
};

/** For questions that are asked by the hundred. */
const LONG_MS = 90_000;

/** A year after the boards decided: every question once more. */
export const describeAudit = (told: () => BoardDays): void =>
  describe('a year later the auditor asks again', () => {
    let town: ToldBoards;
    beforeAll(async () => {
      ({ town } = told());
      await town.begins(26 + 365);
    });

    const each = async (days: readonly number[], what: (day: number) => Promise<unknown>) =>
      Object.fromEntries(await Promise.all(days.map(async (day) => [day, await what(day)] as const)));
    const namesOf = (ids: readonly string[]) => ids.map((id) => town.nameOf(id));

    it('who had the right on the day, and by which chain of grants', async () => {
      const decidesOn = async (project: string, day: number) => {
        const { decides, steps } = await town.endOf(day, `projects/{${project}}/authority?outcome=go`);
        if (decides.by !== 'grant') return decides.by;
        const { hangsOn } = steps.find(({ grantId }: Loose) => grantId === decides.grantId);
        return namesOf([decides.bodyId, decides.grantId, ...hangsOn]);
      };
      const lead = ['lead', 'grant of the lead', 'grant of the board'];
      const board = ['board', 'grant of the board'];
      expect(await each([0, 22, 26], (day) => decidesOn('weir', day))).toEqual({
        ...{ 0: lead, 22: lead, 26: board },
      });
      expect(await each([0, 26], (day) => decidesOn('quay', day))).toEqual({ 0: board, 26: board });
      const { decision } = await town.endOf(23, 'motions/{weir, go}');
      expect(namesOf(decision.grants)).toEqual(lead.slice(1));
    });

    it('who was recused, and why', async () => {
      const recused = async (day: number, path: string) => {
        const { ballot, formerBallots } = await town.endOf(day, path);
        const printed = ballot ?? formerBallots.at(-1).ballot;
        return printed.electorate.flatMap(({ personId, standing, why }: Loose) =>
          standing === 'recused' ? [`${personId}: ${why}`] : [],
        );
      };
      expect(await recused(1, 'motions/{quay, if}')).toEqual(['p-bea: interest']);
      expect(await recused(26, 'motions/{quay, go}')).toEqual(['p-bea: interest']);
      expect(await recused(26, 'motions/{weir, killed}')).toEqual([]);
      const standing = async (day: number) =>
        (await town.endOf(day, 'portfolios/{town}/interests')).rows.filter(({ ended }: Loose) => !ended)
          .length;
      expect(await each([0, 25, 26], standing)).toEqual({ 0: 1, 25: 1, 26: 0 });
    });

    it('which rule was printed on the ballot, and how the votes fell', async () => {
      const printed = async (day: number, motion: string) => {
        const { ballot, votes, outcome } = await town.endOf(day, `motions/{${motion}}`);
        const fell = votes.map(({ personId, choice, reason }: Loose) => `${personId} ${choice}: ${reason}`);
        return [ballot.carryRule, ballot.rules, outcome.result, fell.sort()];
      };
      const votes = [
        ...['p-bea for: for, says p-bea.', 'p-carl against: against, says p-carl.'],
        'p-chen for: for, says p-chen.',
      ];
      for (const day of [24, 26])
        expect(await printed(day, 'weir, killed')).toEqual(['majority-of-cast', 1, 'carried', votes]);
      const rules = async (day: number) => (await town.endOf(day, 'bodies/{board}')).carryRule;
      expect(await each([25, 26], rules)).toEqual({ 25: 'majority-of-cast', 26: 'two-thirds-of-all' });
    });

    it('what the body saw when it voted, and where that is otherwise by now', async () => {
      const path = 'motions/{weir, killed}/capsule';
      const [then, now] = [await town.endOf(24, path), await town.reads(path)];
      expect([now.seen, now.digest, now.frozen]).toEqual([then.seen, then.digest, then.frozen]);
      expect(now.seen.component).toMatchObject({ name: 'Weir', status: 'authorised' });
      expect(now.seen.standing).toMatchObject({ model: { id: town.id.model }, row: { id: town.id.weir } });
      const changed = now.differences.body.map(({ path: place }: Loose) => place);
      expect(changed).toEqual(expect.arrayContaining(['carryRule', 'rules']));
      expect(now.differences.component).toContainEqual({ path: 'status', then: 'authorised', now: 'killed' });
    });

    it('what the plan of record was', async () => {
      const plan = async (day: number) =>
        (await town.endOf(day, 'portfolios/{town}/plan-of-record')).rows.map(
          ({ name, status, decision }: Loose) => `${name} ${status}: ${town.nameOf(decision.motionId)}`,
        );
      expect(await each([1, 2, 21, 22, 23, 24, 25], plan)).toEqual({
        1: [],
        ...{ 2: ['Ferry quay authorised: quay, if'], 21: ['Ferry quay authorised: quay, if'] },
        22: ['Ferry quay held: quay, held'],
        23: ['Ferry quay held: quay, held', 'Weir authorised: weir, go'],
        ...{ 24: ['Ferry quay held: quay, held'], 25: ['Ferry quay authorised: quay, go'] },
      });
    });

    it('which conditions were open, late, lapsed', async () => {
      const conditions = async (day: number) =>
        (await town.endOf(day, 'portfolios/{town}/conditions')).rows.map(({ standing }: Loose) => standing);
      expect(await each([1, 2, 19, 21, 22, 26], conditions)).toEqual({
        ...{ 1: [], 2: ['open'], 19: ['open'], 21: ['late'], 22: ['lapsed'], 26: ['lapsed'] },
      });
    });

    it('what was in force, called in, superseded', async () => {
      const register = async (day: number) =>
        (await town.endOf(day, 'portfolios/{town}/decisions')).rows
          .map(({ motionId, standing }: Loose) => `${town.nameOf(motionId)}: ${standing}`)
          .sort();
      const quay = ['quay, held: in-force', 'quay, if: in-force'];
      expect(await each([1, 2, 22, 23, 24], register)).toEqual({
        ...{ 1: [], 2: ['quay, if: in-force'], 22: quay, 23: [...quay, 'weir, go: called-in'] },
        24: [...quay, 'weir, go: superseded', 'weir, killed: in-force'],
      });
      expect(await register(25)).toEqual(await register(26));
    });

    it(
      'by the token of each answer: all of it is the same, byte for byte',
      async () => {
        expect([...new Set(town.kept.map(({ day }) => day))]).toEqual([0, 1, 2, 22, 23, 24, 25, 26]);
        for (const { path, token, text } of town.kept)
          expect([path, (await town.again(path, token)).text]).toEqual([path, text]);
      },
      LONG_MS,
    );

    it(
      'by the date of each day: what is said is what was said in its evening',
      async () => {
        for (const { day, path, text } of town.kept) {
          const answer = await town.again(path, town.dateOf(day));
          expect([day, path, said(answer.text)]).toEqual([day, path, said(text)]);
        }
      },
      LONG_MS,
    );

    it(
      'after everything was built anew from the log: still the same, byte for byte',
      async () => {
        await town.now.work('rebuild');
        for (const { path, token, text } of town.kept)
          expect([path, (await town.again(path, token)).text]).toEqual([path, text]);
      },
      LONG_MS,
    );

    it(
      'out of the log alone, without any read model: the plan of record of each day is the same',
      async () => {
        const plans = town.kept.filter(({ path }) => path.endsWith('/plan-of-record'));
        expect(plans).toHaveLength(8);
        for (const { path, token, text } of plans) {
          const { result } = await town.now.work('replay', { path: `${path}?asOf=${token}` });
          expect(result).toMatchObject({ same: true, body: text });
        }
      },
      LONG_MS,
    );

    it('and the log is whole', async () => {
      const { result } = await town.now.work('verify-chain');
      expect(result).toMatchObject({ whole: true, faults: [] });
    });
  });
