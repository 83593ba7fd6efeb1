import type { Loose } from './docket.fixture';
import { seats, today } from './samples.fixture';
import type { ToldYard } from './told-yard.fixture';
import * as cases from './yard.fixture';

const estimated = (estimate: string, toComplete: string, variance: string, index: string) => ({
  estimateAtCompletion: estimate,
  estimateToComplete: toComplete,
  varianceAtCompletion: variance,
  toCompletePerformanceIndex: index,
});

/** From what would help a project to the decision on it, and to how it goes: the second half of the story. */
export const describeDecision = (told: () => ToldYard): void => {
  let yard: ToldYard;
  beforeAll(() => {
    yard = told();
  });

  describe('five: what would help', () => {
    it('the smallest change that swaps barn and fence is what the fence costs, for its return', async () => {
      const { swap, other, sentence } = await yard.read(
        yard.within(`ranking/${yard.id.fence}/swap?with=above`),
      );
      // it lacks .245468501411; a step of return is .258284994374; the cost of the barn would take .314188301643
      expect([other.name, swap.component.name, swap.input, swap.effect]).toEqual([
        ...['Barn', 'Fence', 'case-cost', '0.258284994374'],
      ]);
      expect([swap.from, swap.to]).toEqual(['4500', '4000']);
      const [effect] = swap.criteria;
      expect(effect).toMatchObject({ criterion: 'return', to: { value: '1.5', points: '3' } });
      expect(swap.after.map(({ name, rank, score }: Loose) => [name, rank, score])).toEqual([
        ['Fence', 2, '3.529386481711'],
        ['Barn', 3, '3.516569988748'],
      ]);
      expect(sentence).toContain(
        'whole-life cost in the business case of “Fence” at GBP 4,000 instead of GBP 4,500 (its budget by year adding up to that), which makes Return 150.0 % instead of 133.3 %',
      );
    });

    it('a letter tells its manager that the same would lift it above the line', async () => {
      const {
        text,
        lift,
        line: drawn,
      } = await yard.read(yard.within(`ranking/${yard.id.fence}/letter?budget=10500`));
      expect(drawn.here).toMatchObject({ funded: 'below', shortBy: '8000' });
      expect(lift).toMatchObject({ input: 'case-cost', from: '4500', to: '4000' });
      for (const said of [
        '“Fence” asks for GBP 4,500 over its life, as its business case states, in the portfolio “Yard”.',
        'it stood 3 of 3 ranked components',
        'The smallest single change that would lift it above the line: whole-life cost in the business case of “Fence” at GBP 4,000',
        'Then “Fence” stands 2 instead of 3.',
      ])
        expect(text).toContain(said);
    });

    it('its manager does so, and the two are swapped', async () => {
      await yard.put('p-priya', yard.of('fence', '/business-case'), cases.cheaperFence);
      expect(await yard.ranking()).toEqual([
        [1, 'Well', '4.153555560493'],
        [2, 'Fence', '3.529386481711'],
        [3, 'Barn', '3.516569988748'],
      ]);
      expect(await yard.line()).toEqual([
        { sum: '10000', left: '500', lineRank: 3 },
        'Well above -',
        'Fence above -',
        'Barn below 7500',
      ]);
      const { row } = await yard.read(yard.within(`ranking/${yard.id.fence}/moves?since=${yard.at.first}`));
      expect([row.kind, row.score, row.places]).toEqual(['moved', '0.258284994374', 0]);
      expect(row.parts.map(({ component, score, places: by }: Loose) => [component.name, score, by])).toEqual(
        [
          ['Barn', '0', -1],
          ['Fence', '0.258284994374', 1],
        ],
      );
    });
  });

  describe('six: the board decides', () => {
    it('on the fence: a motion, two votes for it and one against', async () => {
      const { office, portfolioId } = yard;
      const bodyId = await office.create('p-otto', yard.within('bodies'), cases.yardBoard);
      for (const seat of seats) await office.done('p-otto', `/api/v1/bodies/${bodyId}/seats`, seat);
      yard.id.motion = await office.motion({ portfolioId, bodyId, projectId: yard.id.fence ?? '' });
      const motion = `/api/v1/motions/${yard.id.motion}`;
      await office.done('p-sven', `${motion}/ballot`);
      const vote = (person: string, choice: string) =>
        office.done(person, `${motion}/votes`, { choice, reason: `${choice}, says ${person}.` });
      await vote('p-chen', 'for');
      await vote('p-bea', 'for');
      await vote('p-carl', 'against');
      await office.done('p-chen', `${motion}/close`);
      await office.done('p-chen', `${motion}/decision`, { rationale: 'It stands above the line.' });
      const { outcome, decision } = await yard.read(motion);
      expect([outcome.result, outcome.count]).toEqual([
        'carried',
        { inFavour: 2, against: 1, abstained: 0, entitled: 3, quorumNeeded: 2, denominator: 3 },
      ]);
      expect(decision).toMatchObject({ outcome: 'go', rationale: 'It stands above the line.' });
    });

    it('the decision carries the case as it was voted on as its baseline', async () => {
      const { office } = yard;
      const status = async () => (await office.docket.visitor.get(yard.of('fence'))).body.status;
      for (const deadline = Date.now() + 20_000; (await status()) !== 'authorised';)
        if (Date.now() > deadline) throw new Error('The decision did not reach the project.');
      const { wholeLifeCost, expectedBenefits, start, finish, budgetByYear, benefits } = cases.cheaperFence;
      const authorised = { wholeLifeCost, expectedBenefits, start, finish, budgetByYear, benefits };
      const { baseline } = await yard.read(yard.of('fence'));
      expect(baseline).toEqual({ original: authorised, current: authorised });
      expect(baseline.original.wholeLifeCost).toBe('4000');
      const { entries } = await yard.read(yard.of('fence', '/history'));
      expect(entries.at(-1)).toMatchObject({
        type: 'DecisionCarried',
        details: { motionId: yard.id.motion, outcome: 'go', baseline: authorised },
      });
    });

    it('the two that were not asked about stay proposals, and nobody changed places', async () => {
      const { rows } = await yard.read(yard.within('projects'));
      expect(rows.map(({ name, status }: Loose) => `${name} ${status}`).sort()).toEqual([
        'Barn proposed',
        'Fence authorised',
        'Well proposed',
      ]);
      const names = (await yard.ranking()).map(([, name]: Loose) => name);
      expect(names).toEqual(['Well', 'Fence', 'Barn']);
    });
  });

  describe('seven: how it goes', () => {
    it('after three days two sides and a half of four are done and 2,800 is spent', async () => {
      await yard.office.done('p-priya', yard.of('fence', '/reports'), {
        reportedFor: today(),
        figures: { plannedValue: '3000', earnedValue: '2500', actualCost: '2800' },
        ownStatus: 'amber',
        narrative: 'Two sides and a half.',
      });
      const { performance, against } = await yard.read(yard.of('fence', '/earned-value'));
      const values = (figures: Loose) =>
        Object.fromEntries(Object.entries(figures).map(([name, figure]: Loose) => [name, figure.value]));
      expect(values(performance)).toEqual({
        scheduleVariance: '-500',
        scheduleVarianceRatio: '-0.166666666667', // −500 / 3,000
        costVariance: '-300',
        costVarianceRatio: '-0.12', // −300 / 2,500
        schedulePerformanceIndex: '0.833333333333', // 2,500 / 3,000
        costPerformanceIndex: '0.892857142857', // 2,500 / 2,800
      });
      const { typical, atypical, costAndSchedule, ...rest } = against.original;
      expect(values(rest)).toEqual({
        budgetAtCompletion: '4000',
        toCompletePerformanceIndex: '1.25', // 1,500 / 1,200
        onTime: null,
        onBudget: null,
      });
      expect([typical, atypical, costAndSchedule].map(values)).toEqual([
        estimated('4480', '1680', '-480', '0.892857142857'), // 4,000 · 2,800 / 2,500; to this estimate TCPI is CPI
        estimated('4300', '1500', '-300', '1'), // 2,800 + 1,500
        estimated('4816', '2016', '-816', '0.744047619048'), // 2,800 + 1,500 · (28 / 25) · (30 / 25); 1,500 / 2,016
      ]);
      expect(against.current).toEqual(against.original);
    });

    it('a reviewer, who is not its manager, judges how sure its delivery is, and thinks better of it', async () => {
      const judged = { judgedFor: today(), scale: 'ipa-3', rating: 'red', reason: 'A side is missing.' };
      const confidence = yard.of('fence', '/confidence');
      await yard.office.done('p-dina', confidence, judged);
      await yard.office.done('p-dina', confidence, {
        ...judged,
        rating: 'amber',
        reason: 'The posts of it stand.',
      });
      const { counts, why, judgements } = await yard.read(confidence);
      expect([counts.rating, why]).toEqual([
        'amber',
        `p-dina judged it for ${today()}, the latest day that anybody did.`,
      ]);
      const inShort = ({ rating, reason }: Loose) => `${rating}: ${reason}`;
      expect(judgements.map((one: Loose) => [inShort(one), one.former.map(inShort)])).toEqual([
        ['amber: The posts of it stand.', ['red: A side is missing.']],
      ]);
      const { lastReport, confidence: counting } = await yard.read(yard.of('fence'));
      expect([lastReport.ownStatus, lastReport.confidence, counting.reviewer]).toEqual([
        'amber',
        null,
        'p-dina',
      ]);
    });
  });

  describe('eight: the past stays as it was', () => {
    it('every answer of this story comes again, byte by byte, as of its moment', async () => {
      const again = async ({ path, token }: ToldYard['kept'][number]) => {
        const asOf = `${path.includes('?') ? '&' : '?'}asOf=${token}`;
        return (await yard.office.docket.visitor.get(`${path}${asOf}`)).text;
      };
      expect(yard.kept.length).toBeGreaterThan(25);
      for (const one of yard.kept) expect([one.path, await again(one)]).toEqual([one.path, one.text]);
    });

    it('and the ranking of then comes out of the log alone', async () => {
      const ranking = `${yard.within('ranking')}?asOf=${yard.at.first}`;
      const { same, body } = (await yard.office.docket.work('replay', { path: ranking })).result;
      expect(same).toBe(true);
      expect(JSON.parse(body).rows.map(({ name }: Loose) => name)).toEqual(['Well', 'Fence', 'Barn']);
      expect(yard.kept.some(({ text }) => text === body)).toBe(true);
    });

    it('and the log is whole', async () =>
      expect((await yard.office.docket.work('verify-chain')).result).toMatchObject({
        whole: true,
        faults: [],
      }));
  });
};
