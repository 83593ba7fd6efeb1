import { operator } from '@docket/identity';
import type { Instant, Refused } from '@docket/kernel';
import { ReachHistoryCommand } from '@docket/portfolio';
import type { CommandBus } from '@nestjs/cqrs';
import type { Progress, System } from '../system';
import { namesIn } from './act-names';
import type { Here } from './acts-here';
import { ALL_OF_IT } from './how-far';
import { followingAt, requestsAt } from './illustration-requests';
import type { IllustratedDecisions } from './illustrated-acts';
import type { Step } from './illustration-steps';
import { stepsOf } from './make-acts';

export type Deciding = Readonly<{
  portfolioId: string;
  decisions: IllustratedDecisions;
  listed: ReadonlyMap<string, string>;
}>;

type Around = Omit<Here, 'knownAt'>;
type Reached = Readonly<{ knownAt: Instant; source: string }>;

/** History comes to a moment: what was known then is taken in, and nothing earlier any more. */
const reaching = ({ portfolioId, bus, requests }: Around, { knownAt, source }: Reached): Step => {
  const data = { portfolioId, knownAt, source };
  const saying = { by: operator.id, operation: 'import-gmpp', key: `reached/${knownAt}`, body: data } as const;
  return () => bus.execute(new ReachHistoryCommand(requests(saying, knownAt), data));
};

/** All there is to do, in its order: that history has come to the end is the last of it. */
const allOf = ({ days, until, source }: IllustratedDecisions, around: Around): readonly Step[] => [
  ...days.flatMap(({ knownAt, acts }) => [
    reaching(around, { knownAt, source }),
    ...acts.flatMap((act) => stepsOf(act, { ...around, knownAt })),
  ]),
  reaching(around, { knownAt: until, source: ALL_OF_IT }),
];

const inTurn = async (steps: readonly Step[], onProgress: Progress): Promise<Refused<string> | undefined> => {
  for (const [done, step] of steps.entries()) {
    const answer = await step();
    if (answer.outcome === 'refused') return answer;
    onProgress({ what: 'illustrated decisions recorded', done: done + 1, total: steps.length });
  }
  return undefined;
};

/**
 * Records what boards decide on the projects of a sample, or what is missing of it, one command after the other as imported history. What follows
 * from a decision is imported with it: imported facts start no process. Gives the refusal that stopped it.
 * @throws OutcomeUnknown | StoreUnavailable | TooContended; NothingOfThatName of decisions that do not fit the lists
 */
export const illustrateDecisions = async (
  { runtime }: System,
  bus: CommandBus,
  { portfolioId, decisions, listed }: Deciding,
  onProgress: Progress,
): Promise<Refused<string> | undefined> => {
  const correlation = runtime.ids.uuid();
  const [requests, following] = [requestsAt(correlation), followingAt(correlation)];
  const names = namesIn(decisions, { portfolioId, listed });
  return inTurn(allOf(decisions, { portfolioId, bus, runtime, requests, following, names }), onProgress);
};
