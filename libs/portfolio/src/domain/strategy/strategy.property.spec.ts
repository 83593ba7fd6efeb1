import { Decimal } from '@docket/kernel';
import * as fc from 'fast-check';
import type { StrategyCommand } from './strategy.commands';
import { decider } from './strategy.decider';
import { add, correct, report, retire, revise, weigh, type Known } from './strategy.scenes';
import { activeObjectives } from './strategy.state';

const at = '2026-03-02T09:00:00.000Z';
const context = { actor: 'ada', reach: 'anything', at, now: at, origin: 'live' } as const;

const after = (commands: readonly StrategyCommand[]) =>
  commands.reduce((state, command) => {
    const verdict = decider.decide(command, state, context);
    return verdict.outcome === 'accepted' ? verdict.events.reduce(decider.evolve, state) : state;
  }, decider.initialState());

describe('Whatever is asked of a strategy', () => {
  const known = fc.constantFrom<Known>('limits', 'trips');
  const day = fc.constantFrom('2025-12-31', '2026-01-31', '2026-02-28', '2026-03-31');
  const value = fc.constantFrom('31', '32.0', '32');
  const share = fc.constantFrom('0.25', '0.5', '0.50', '0.75', '1');
  const asked: fc.Arbitrary<StrategyCommand> = fc.oneof(
    { weight: 3, arbitrary: known.map((id) => add(id)) },
    fc.tuple(known, value).map(([id, one]) => revise(id, { baseline: { value: one, day: '2025-12-31' } })),
    known.map((id) => retire(id)),
    fc.tuple(share, share).map(([a, b]) => weigh(['limits', a], ['trips', b])),
    known.map((id) => weigh([id, '1'])),
    { weight: 2, arbitrary: fc.tuple(known, day, value).map(([id, on, one]) => report(id, on, one)) },
    fc.tuple(known, day, value).map(([id, on, one]) => correct(id, on, one)),
  );

  it('the same asked again changes nothing or is refused', () =>
    fc.assert(
      fc.property(fc.array(asked), asked, (before, last) => {
        const verdict = decider.decide(last, after([...before, last]), context);
        expect(verdict.outcome === 'refused' || verdict.events.length === 0).toBe(true);
      }),
    ));

  it('the days of an objective stand in order, none before its baseline and none to come', () =>
    fc.assert(
      fc.property(fc.array(asked, { maxLength: 40 }), (commands) => {
        for (const { actuals, definition } of after(commands).objectives.values()) {
          const days = [...actuals.keys()];
          expect(days).toEqual([...days].sort());
          expect(days.filter((one) => one < definition.baseline.day || one > '2026-03-02')).toEqual([]);
        }
      }),
    ));

  it('just after they were weighed, the weights of the active objectives sum to 1', () =>
    fc.assert(
      fc.property(fc.array(asked, { maxLength: 40 }), share, share, (commands, a, b) => {
        const state = after(commands);
        const verdict = decider.decide(weigh(['limits', a], ['trips', b]), state, context);
        if (verdict.outcome === 'refused') return;
        const weights = activeObjectives(verdict.events.reduce(decider.evolve, state)).map(
          ({ weight = '0' }) => Decimal.of(weight),
        );
        expect(Decimal.sum(weights).toString()).toBe('1');
      }),
    ));
});
