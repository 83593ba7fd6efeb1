import type { Aggregate } from './aggregate';
import { unreachable, type Decider, type Verdict } from './decider';
import type { Recorded } from './envelope';
import type { Command, Event } from './messages';
import type { Instant } from './time';

/** A command a process sends out. Its key derives from the process's stream and `step`, so that a repetition is harmless. */
export type Outgoing<Operation extends string = string, Data extends object = object> = Readonly<{
  /** Once per instance: what this step is called in the process's own stream. */
  step: string;
  operation: Operation;
  /** The id of the aggregate it goes to. */
  target: string;
  data: Readonly<Data>;
  /** Not sent before then. It is an event of the process's own stream that says so, and its table of due steps that finds it again. */
  due?: Instant;
}>;

/** What became of an outgoing command. */
export type StepOutcome = Readonly<
  { step: string; outcome: 'accepted' } | { step: string; outcome: 'refused'; code: string }
>;

/** What a process is told: the event that concerns it, or the end of one of its steps. */
export type ProcessCommand<Trigger extends Event> =
  Command<'Notice', { event: Recorded<Trigger> }> | Command<'EndStep', StepOutcome>;

/** What a process's decider is made of: a function for each thing it is told. */
type Told<S, Trigger extends Event, E extends Event> = Pick<
  Decider<S, ProcessCommand<Trigger>, E, never>,
  'initialState' | 'evolve'
> &
  Readonly<{
    notice: (event: Recorded<Trigger>, state: S) => Verdict<E, never>;
    endStep: (ended: StepOutcome, state: S) => Verdict<E, never>;
  }>;

/** The decider of a process. */
export const processDecider = <S, Trigger extends Event, E extends Event>({
  initialState,
  evolve,
  notice,
  endStep,
}: Told<S, Trigger, E>): Decider<S, ProcessCommand<Trigger>, E, never> => ({
  initialState,
  evolve,
  decide: (command, state) => {
    switch (command.type) {
      case 'Notice':
        return notice(command.data.event, state);
      case 'EndStep':
        return endStep(command.data, state);
      default:
        return unreachable(command);
    }
  },
});

/**
 * A decider over events that answers with commands. Its own stream says what it has done; rebuilds never run it and
 * imported facts never start it (`ProcessRunner` sees to both). Each step ends: accepted or refused, never repeated for ever.
 */
export type Process<S, Trigger extends Event, E extends Event, O extends Outgoing = Outgoing> = Readonly<{
  name: string;
  /** Whether an event concerns it: by its type, and where that is not enough by what it says. */
  isTrigger: (event: Recorded) => event is Recorded<Trigger>;
  /** The instance an event belongs to: the id of the process's own stream. */
  instanceOf: (event: Recorded<Trigger>) => string;
  aggregate: Aggregate<S, ProcessCommand<Trigger>, E, never>;
  /** What remains to be sent in this state, in order. */
  pending: (state: S) => readonly O[];
}>;
