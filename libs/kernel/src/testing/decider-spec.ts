import type { DecisionContext, Decider } from '../decider';
import type { Command, Event } from '../messages';

const CONTEXT: DecisionContext = {
  actor: 'ada',
  reach: 'anything',
  at: '2026-03-02T09:00:00.000Z',
  now: '2026-03-02T09:00:00.000Z',
  origin: 'live',
};

/** given(...history).when(command).then(...events): reads as the rule it guards. Whole events are compared. */
export const specFor = <S, C extends Command, E extends Event, Code extends string>(
  decider: Decider<S, C, E, Code>,
) => ({
  given: (...history: E[]) => ({
    when: (command: C, context: Partial<DecisionContext> = {}) => {
      const state = history.reduce(decider.evolve, decider.initialState());
      const verdict = decider.decide(command, state, { ...CONTEXT, ...context });
      return {
        then: (...expected: E[]) => expect(verdict).toEqual({ outcome: 'accepted', events: expected }),
        thenNothing: () => expect(verdict).toEqual({ outcome: 'accepted', events: [] }),
        thenRefused: (code: Code) =>
          expect(verdict).toEqual({ outcome: 'refused', refusal: { code, message: expect.any(String) } }),
      };
    },
  }),
});
