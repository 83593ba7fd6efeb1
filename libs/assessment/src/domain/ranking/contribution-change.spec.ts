import * as fc from 'fast-check';
import { alignmentOf, type Servable } from '../alignment/alignment';
import { contributionLevel } from '../alignment/contribution-scale';
import { banded, changes } from './change.fixture';

const aligned = banded('strategic-alignment', '20', '40', '60', '80');
const scale = 'contribution-1';
const objective = (id: string, weight: string, level?: number): Servable => ({
  ...{ id, name: id, weight },
  confirmed: level === undefined ? null : { scale, level },
});

const alignmentAt = (objectives: readonly Servable[]): string | undefined =>
  alignmentOf(
    objectives,
    objectives.flatMap(({ id: objectiveId, confirmed }) => {
      const at = confirmed && contributionLevel(scale, confirmed.level);
      return at ? [{ objectiveId, alignment: at.alignment }] : [];
    }),
  ).value ?? undefined;

const found = (objectives: readonly Servable[], fillsGaps = false) =>
  changes([aligned], { objectives, alignment: alignmentAt(objectives) }, fillsGaps);
const told = (objectives: readonly Servable[], fillsGaps = false) =>
  found(objectives, fillsGaps).map(
    ({ objective: to, from, to: level, component }) =>
      `${to?.id} ${from ?? 'none'} → ${level}: ${component.alignment}`,
  );

describe('what can be changed of contributions', () => {
  it('is the level of one, so that an objective that weighs all has five alignments and no other', () =>
    expect(told([objective('safe', '1', 2)])).toEqual([
      'safe 2 → 1: 25',
      'safe 2 → 3: 75',
      'safe 2 → 0: 0',
      'safe 2 → 4: 100',
    ]));

  it('is one of several, never two at once: of those that come to one step the nearest', () =>
    expect(told([objective('a', '0.4', 3), objective('b', '0.3', 4), objective('c', '0.3', 2)])).toEqual([
      'a 3 → 4: 85',
      'a 3 → 1: 55',
    ]));

  it('is nothing of an objective it is not confirmed to serve, and above none a first one where gaps are filled', () => {
    const none = [objective('a', '0.4'), objective('b', '0.6')];
    expect(told(none)).toEqual([]);
    expect(told(none, true)).toEqual([
      'a none → 1: 10',
      'a none → 2: 20',
      'b none → 3: 45',
      'b none → 4: 60',
    ]);
    expect(told([objective('a', '0.4', 1), objective('b', '0.6')], true)).toEqual([
      'a 1 → 2: 20',
      'a 1 → 4: 40',
    ]);
  });

  it('is nothing by a model that does not measure alignment', () =>
    expect(changes([banded('whole-life-cost', '1')], { objectives: [objective('a', '1', 2)] })).toEqual([]));

  it('always comes to the alignment that the one level gives: 500 random strategies', () => {
    const drawn = fc.record({
      weight: fc.integer({ min: 1, max: 99 }),
      level: fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined }),
    });
    fc.assert(
      fc.property(fc.array(drawn, { minLength: 1, maxLength: 4 }), fc.boolean(), (all, fillsGaps) => {
        const objectives = all.map(({ weight, level }, at) => objective(`o${at}`, `0.${weight}`, level));
        for (const { objective: of, to, component } of found(objectives, fillsGaps)) {
          const made = objectives.map((one) =>
            one.id === of?.id ? { ...one, confirmed: { scale, level: Number(to) } } : one,
          );
          expect(component.alignment).toBe(alignmentAt(made));
        }
      }),
      { numRuns: 500 },
    );
  });
});
