import * as fc from 'fast-check';
import { DEPENDENCY_KINDS, dependencyDecider as decider, type Dependency, type DependencyCommand } from '.';
import { declare, remove } from './dependency-graph.scenes';

describe('what is chosen with what', () => {
  const PROJECTS = ['a', 'b', 'c', 'd', 'e'];
  const at = '2026-03-02T09:00:00.000Z';
  const context = { actor: 'ada', reach: 'anything', at, now: at, origin: 'live' } as const;
  const project = fc.constantFrom(...PROJECTS);
  const kind = fc.constantFrom(...DEPENDENCY_KINDS);
  const asked = fc.array(fc.tuple(project, kind, project), { maxLength: 14 });

  const CHOICES = Array.from(
    { length: 2 ** PROJECTS.length },
    (_, n) => new Set(PROJECTS.filter((__, bit) => (n >> bit) % 2 === 1)),
  );
  const allows = (chosen: ReadonlySet<string>, { kind: how, from, to }: Dependency): boolean => {
    const [isFrom, isTo] = [chosen.has(from), chosen.has(to)];
    if (how === 'requires') return !isFrom || isTo;
    if (how === 'together-with') return isFrom === isTo;
    return how === 'finish-before-start' || !(isFrom && isTo);
  };
  /** Whether every project is in some choice that keeps to all dependencies: found by trying all choices. */
  const eachCanBeChosen = (dependencies: readonly Dependency[]): boolean => {
    const allowed = CHOICES.filter((chosen) => dependencies.every((one) => allows(chosen, one)));
    return PROJECTS.every((one) => allowed.some((chosen) => chosen.has(one)));
  };

  it('leaves every project a choice it can be in, and nothing is refused that does', () =>
    fc.assert(
      fc.property(asked, (declarations) => {
        let state = decider.initialState();
        const wrong: unknown[] = [];
        for (const [from, how, to] of declarations) {
          const verdict = decider.decide(declare(from, how, to), state, context);
          const leavesAll = eachCanBeChosen([...state.dependencies.values(), { kind: how, from, to }]);
          const contradicts =
            verdict.outcome === 'refused' && verdict.refusal.code === 'dependency-contradicts';
          if (verdict.outcome === 'accepted' && !leavesAll) wrong.push(['accepted', from, how, to]);
          if (contradicts && leavesAll) wrong.push(['refused', from, how, to]);
          if (verdict.outcome === 'accepted') state = verdict.events.reduce(decider.evolve, state);
        }
        expect(wrong).toEqual([]);
      }),
      { numRuns: 2_000 },
    ));
});

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
