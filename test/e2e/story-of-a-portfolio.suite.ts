import { Decimal } from '@docket/kernel';
import type { Loose, TestDocket } from './docket.fixture';
import { describeDecision } from './story-of-a-decision.suite';
import { ToldYard } from './told-yard.fixture';
import * as cases from './yard.fixture';

/** Told in each profile. Numbers were worked out by hand; how stands beside them. */
export const describeStory = (profile: string, start: () => Promise<TestDocket>): void =>
  describe(`the story of a portfolio: ${profile}`, () => {
    let yard: ToldYard;
    beforeAll(async () => {
      yard = await ToldYard.open(start);
    });
    afterAll(() => yard.office.close());

    describe('one: what it is for', () => {
      it('a portfolio manager states two objectives and weighs them', async () => {
        yard.id.sheep = await yard.office.create('p-maya', yard.within('objectives'), cases.fewerSheepLost);
        yard.id.feed = await yard.office.create('p-maya', yard.within('objectives'), cases.lessFeedSpoilt);
        const weights = [
          { objectiveId: yard.id.sheep, weight: '0.6' },
          { objectiveId: yard.id.feed, weight: '0.4' },
        ];
        await yard.put('p-maya', yard.within('objective-weights'), { weights });
        const { rows } = await yard.read(yard.within('objectives'));
        expect(rows.map(({ name, weight }: Loose) => [name, weight])).toEqual([
          ['Feed spoilt', '0.4'],
          ['Sheep lost', '0.6'],
        ]);
      });

      it('project managers propose a fence, a well and a barn, each in full', async () => {
        yard.id.fence = await yard.office.create('p-priya', yard.within('projects'), cases.fence);
        yard.id.well = await yard.office.create('p-priya', yard.within('projects'), cases.well);
        yard.id.barn = await yard.office.create('p-sam', yard.within('projects'), cases.barn);
        const { wholeLifeCost, benefits, risks } = (await yard.read(yard.of('barn'))).businessCase;
        expect({ wholeLifeCost, benefits, risks }).toEqual({
          wholeLifeCost: '12000',
          benefits: cases.barn.benefits,
          risks: cases.barn.risks,
        });
      });

      it('they claim what each serves; the PMO confirms it, and the claims of nobody count before', async () => {
        const serving = async (person: string, project: string, objective: string, level: number) => {
          const served = { objectiveId: yard.id[objective], level, reason: 'So the shepherd says.' };
          await yard.office.done(person, yard.of(project, '/contributions'), served);
          return () => yard.office.done('p-otto', yard.of(project, '/contributions/confirmation'), served);
        };
        const confirmations = [
          await serving('p-priya', 'fence', 'sheep', 4),
          await serving('p-priya', 'well', 'sheep', 2),
          await serving('p-priya', 'well', 'feed', 4),
          await serving('p-sam', 'barn', 'feed', 3),
        ];
        const alignments = async () =>
          (await yard.read(yard.within('alignments'))).rows
            .map(({ name, alignment }: Loose) => `${name} ${alignment.value ?? alignment.reason}`)
            .sort();
        expect(await alignments()).toEqual([
          'Barn nothing-confirmed',
          'Fence nothing-confirmed',
          'Well nothing-confirmed',
        ]);
        for (const confirm of confirmations) await confirm();
        // 0.4 · 75 = 30; 0.6 · 100 = 60; 0.6 · 50 + 0.4 · 100 = 70
        expect(await alignments()).toEqual(['Barn 30', 'Fence 60', 'Well 70']);
      });
    });

    describe('two: how worth is measured', () => {
      it('a model is weighed by judgements, which are consistent enough', async () => {
        const former = await yard.office.create('p-otto', yard.within('scoring-models'), cases.thrift);
        await yard.office.done('p-otto', `/api/v1/scoring-models/${former}/publication`);
        yard.id.model = await yard.office.create('p-maya', yard.within('scoring-models'), cases.worthOfYard);
        const { criteria, comparison } = await yard.read(`/api/v1/scoring-models/${yard.id.model}`);
        expect(criteria.map(({ id: each, weight }: Loose) => [each, weight])).toEqual([
          ['fit', '0.636985571745'],
          ['return', '0.258284994374'],
          ['cost', '0.104729433881'],
        ]);
        expect(Number(comparison.lambdaMax).toFixed(4)).toBe('3.0385');
        expect(Number(comparison.consistencyRatio).toFixed(4)).toBe('0.0332');
      });

      it('it is held against the one in force while it is a draft, and published', async () => {
        const { model, against, rows } = await yard.read(
          `/api/v1/scoring-models/${yard.id.model}/comparison`,
        );
        expect([model.status, against.name, against.status]).toEqual(['draft', 'Thrift', 'published']);
        // points of cost 5, 1 and 2 of 5, less is better: 0, 4 and 3
        expect(
          rows
            .map((row: Loose) => `${row.name} ${row.model.rank} ${row.against.rank} ${row.against.score}`)
            .sort(),
        ).toEqual(['Barn null 3 0', 'Fence null 1 4', 'Well null 2 3']);
        await yard.office.done('p-otto', `/api/v1/scoring-models/${yard.id.model}/publication`);
        expect((await yard.read(yard.within('ranking'))).rows.map(({ rank }: Loose) => rank)).toEqual([
          null,
          null,
          null,
        ]);
      });

      it('three assessors disagree, and how far is told', async () => {
        const given = { fence: ['5', '4', '2'], well: ['4', '5', '3'], barn: ['2', '4', '3'] };
        for (const [project, all] of Object.entries(given))
          for (const [at, person] of ['p-bea', 'p-carl', 'p-dina'].entries()) {
            const ratings = [{ criterion: 'fit', points: all[at], reason: `${all[at]}, says ${person}.` }];
            await yard.office.done(person, yard.of(project, '/assessments'), {
              modelId: yard.id.model,
              ratings,
            });
          }
        const fit = async (project: string) => {
          const [{ mean, spread, assessors }] = (await yard.read(yard.of(project, '/assessments'))).criteria;
          return [mean, spread, assessors];
        };
        // (5, 4, 2): mean 11/3, variance (3 · 45 − 11²) / 6 = 7/3; the others 1
        expect(await fit('fence')).toEqual(['3.666666666667', '1.527525', 3]);
        expect(await fit('well')).toEqual(['4', '1', 3]);
        expect(await fit('barn')).toEqual(['3', '1', 3]);
        // ranks of fence, well, barn: (3, 2, 1), (1½, 3, 1½), (1, 2½, 2½); sums 5½, 7½, 5 around 6: S = ¼ + 2¼ + 1 = 3½
        // two ties of two, 6 each: W = 12 · 3½ / (9 · 24 − 3 · 12) = 42 / 180
        const { agreement } = await yard.read(yard.within('assessments'));
        expect(agreement).toEqual([
          {
            criterion: 'fit',
            name: 'Fit',
            value: '0.233333333333',
            notAvailable: null,
            assessors: 3,
            items: 3,
          },
        ]);
      });
    });

    describe('three: what comes first', () => {
      it('the ranking gives each score as the sum of its contributions, exactly', async () => {
        const ranking = await yard.read(yard.within('ranking'));
        yard.at.first = ranking.asOf.token;
        const points = ({ contributions }: Loose) => contributions.map((each: Loose) => each.points);
        expect(ranking.rows.map((row: Loose) => [row.rank, row.name, row.score, points(row)])).toEqual([
          // 4 · .636985571745, 5 · .258284994374, (5 − 2) · .104729433881
          [1, 'Well', '4.153555560493', ['2.54794228698', '1.29142497187', '0.314188301643']],
          // 11/3, 2, (5 − 1)
          [2, 'Fence', '3.271101487337', ['2.335613763065', '0.516569988748', '0.418917735524']],
          // 3, 2, (5 − 5)
          [3, 'Barn', '2.427526703983', ['1.910956715235', '0.516569988748', '0']],
        ]);
        for (const row of ranking.rows)
          expect(Decimal.sum(points(row).map((each: string) => Decimal.of(each))).toString()).toBe(row.score);
      });

      it('a budget of 10,500 reaches as far as the fence, to the pound', async () =>
        expect(await yard.line()).toEqual([
          { sum: '10500', left: '0', lineRank: 3 },
          'Well above -',
          'Fence above -',
          'Barn below 12000',
        ]));
    });

    describe('four: a case is revised', () => {
      it('the barn becomes smaller, which everybody sees', async () => {
        await yard.put('p-sam', yard.of('barn', '/business-case'), cases.betterBarn);
        const { rows } = await yard.read(yard.of('barn', '/revisions'));
        expect([rows.length, rows[1].actor]).toEqual([2, 'p-sam']);
        expect(rows[1].differences).toEqual([
          { path: 'benefits/saved/planned/2027-12-31', before: '15000', after: '16000' },
          { path: 'budgetByYear/2027', before: '12000', after: '8000' },
          { path: 'expectedBenefits', before: '15000', after: '16000' },
          { path: 'wholeLifeCost', before: '12000', after: '8000' },
        ]);
      });

      it('and goes past the fence, which falls below the line', async () => {
        // 3 · .636985571745 + 5 · .258284994374 + (5 − 2) · .104729433881
        expect(await yard.ranking()).toEqual([
          [1, 'Well', '4.153555560493'],
          [2, 'Barn', '3.516569988748'],
          [3, 'Fence', '3.271101487337'],
        ]);
        expect(await yard.line()).toEqual([
          { sum: '6000', left: '4500', lineRank: 2 },
          'Well above -',
          'Barn below 3500',
          'Fence below 8000',
        ]);
      });

      it('each movement is told with the event behind it, and its parts sum to the whole', async () => {
        const { rows } = await yard.read(yard.within(`ranking/moves?since=${yard.at.first}`));
        const revised = (place: number, score: string) => [['ProposalRevised', 'Barn', score, place]];
        const parts = (row: Loose) =>
          row.parts.map((part: Loose) => [
            part.type.split('.')[0],
            part.component.name,
            part.score,
            part.places,
          ]);
        // (5 − 2) · .258284994374 + (3 − 0) · .104729433881
        expect(
          rows.map((row: Loose) => [row.name, row.score, row.places, row.placesByOthers, parts(row)]),
        ).toEqual([
          ['Barn', '1.089043284765', 1, 0, revised(1, '1.089043284765')],
          ['Fence', '0', -1, -1, []],
        ]);
        const [{ number, sentence }] = rows[0].parts;
        expect(sentence).toBe(
          'p-sam revised its business case: Return 200.0 % instead of 125.0 %; Cost GBP 8,000 instead of GBP 12,000',
        );
        const { actor, type, words } = await yard.read(`/api/v1/events/${number}`);
        expect([actor, type, words.summary]).toEqual([
          'p-sam',
          'ProposalRevised.v2',
          cases.betterBarn.summary,
        ]);
        const { row } = await yard.read(yard.within(`ranking/${yard.id.fence}/moves?since=${yard.at.first}`));
        expect([row.score, row.places, parts(row)]).toEqual(['0', -1, revised(-1, '0')]);
      });
    });

    describeDecision(() => yard);
  });
