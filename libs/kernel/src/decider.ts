import type { Command, Event, Refusal } from './messages';
import type { Instant } from './time';

/** Where a fact comes from: a person or process acting now, or imported history. */
export type Origin = 'live' | 'import';

/** How far the right of who asks goes: to anything, or only to what is their own; what that is, the decider knows. */
export type Reach = 'anything' | 'own';

/** Who asks and when, as data. `at` is when the organisation knew it: `knownAt` of imported history, else now. */
export type DecisionContext = Readonly<{
  actor: string;
  reach: Reach;
  at: Instant;
  now: Instant;
  origin: Origin;
}>;

export type Accepted<E extends Event> = Readonly<{ outcome: 'accepted'; events: readonly E[] }>;
export type Refused<Code extends string> = Readonly<{ outcome: 'refused'; refusal: Refusal<Code> }>;
export type Verdict<E extends Event, Code extends string> = Accepted<E> | Refused<Code>;

/**
 * The rules of one aggregate: plain data in and out; no clock, no random, no I/O.
 * `evolve` and `decide` are exhaustive switches, so that a forgotten case does not compile.
 */
export type Decider<State, C extends Command, E extends Event, Code extends string> = Readonly<{
  initialState: () => State;
  evolve: (state: State, event: E) => State;
  decide: (command: C, state: State, context: DecisionContext) => Verdict<E, Code>;
}>;

/** Accepts with the events that follow; none of them means that nothing changes. */
export const accept = <E extends Event>(...events: E[]): Accepted<E> => ({ outcome: 'accepted', events });

/** Refuses with a code of the context and a sentence that says what is so and what would help. */
export const refuse = <Code extends string>(code: Code, message: string): Refused<Code> => ({
  outcome: 'refused',
  refusal: { code, message },
});

/** Compile-time proof that a switch is exhaustive; reached only by data that lied about its type. */
export const unreachable = (value: never): never => {
  throw new Error(`Unreachable: ${JSON.stringify(value)}`);
};
