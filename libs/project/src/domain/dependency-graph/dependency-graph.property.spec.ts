import * as fc from 'fast-check';
import { DEPENDENCY_KINDS, dependencyDecider as decider, type DependencyCommand } from '.';
import { declare, remove } from './dependency-graph.scenes';

describe('whatever is declared and taken back', () => {
  const project = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
  const kind = fc.constantFrom(...DEPENDENCY_KINDS);
  const commands = fc.array(
    fc
      .tuple(fc.boolean(), project, kind, project)
      .map(([isTakenBack, from, how, to]): DependencyCommand =>
        isTakenBack ? remove(from, how, to) : declare(from, how, to),
      ),
    { maxLength: 60 },
  );
  const context = {
    actor: 'ada',
    reach: 'anything',
    at: '2026-03-02T09:00:00.000Z',
    now: '2026-03-02T09:00:00.000Z',
    origin: 'live',
  } as const;
  const run = (asked: readonly DependencyCommand[]) =>
    asked.reduce((state, command) => {
      const verdict = decider.decide(command, state, context);
      return verdict.outcome === 'refused' ? state : verdict.events.reduce(decider.evolve, state);
    }, decider.initialState());

  it('can be put in an order in which nobody waits for a later one', () =>
    fc.assert(
      fc.property(commands, (asked) => {
        const waits = [...run(asked).dependencies.values()].flatMap(({ kind: how, from, to }) =>
          how === 'requires' ? [[from, to]] : how === 'finish-before-start' ? [[to, from]] : [],
        );
        let left = new Set(waits.flat());
        for (;;) {
          const free = [...left].filter(
            (one) => !waits.some(([who, whom]) => who === one && left.has(whom ?? '')),
          );
          if (free.length === 0) break;
          left = new Set([...left].filter((one) => !free.includes(one)));
        }
        expect([...left]).toEqual([]);
      }),
      { numRuns: 500 },
    ));

  it('the same asked again changes nothing or is refused', () =>
    fc.assert(
      fc.property(commands, (asked) => {
        const state = run(asked);
        for (const command of asked.slice(-1)) {
          const again = decider.decide(command, state, context);
          expect(again.outcome === 'refused' ? [] : again.events).toEqual([]);
        }
      }),
      { numRuns: 300 },
    ));
});
