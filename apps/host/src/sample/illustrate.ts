import { knownFromLog } from '@docket/intake';
import { loadState, type Refused } from '@docket/kernel';
import { importsUnderWay, objectiveById, Strategy, strategyIdOf } from '@docket/portfolio';
import type { CommandBus } from '@nestjs/cqrs';
import type { Progress, System } from '../system';
import { illustrateDecisions } from './illustrate-decisions';
import type { IllustratedDecisions } from './illustrated-acts';
import type { Illustration } from './illustration';
import { objectiveIds, requestsAt } from './illustration-requests';
import {
  addObjectives,
  assess,
  claimContributions,
  confirmContributions,
  draftModel,
  propose,
  publishModel,
  reach,
  reportActuals,
  weighObjectives,
  type Illustrating,
  type Step,
} from './illustration-steps';

/** What needs nothing of each other goes side by side: the store commits what arrives together at once. */
const stagesOf = (illustrating: Illustrating): readonly (readonly Step[])[] =>
  [
    [reach],
    [addObjectives, propose, draftModel],
    [reportActuals, claimContributions, publishModel],
    [confirmContributions, assess],
    [weighObjectives],
  ].map((makers) => makers.flatMap((steps) => steps(illustrating)));

const carryOut = async (
  stages: readonly (readonly Step[])[],
  onProgress: Progress,
): Promise<Refused<string> | undefined> => {
  const total = stages.flat().length;
  let done = 0;
  for (const stage of stages) {
    const answers = await Promise.all(
      stage.map(async (step) => {
        const answer = await step();
        onProgress({ what: 'illustrations recorded', done: ++done, total });
        return answer;
      }),
    );
    const refused = answers.find((answer) => answer.outcome === 'refused');
    if (refused?.outcome === 'refused') return refused;
  }
  return undefined;
};

/** Listed projects by the name their last list gives them, as the log has them. */
const listedIn = async ({ runtime }: System, portfolioId: string): Promise<ReadonlyMap<string, string>> => {
  const known = await knownFromLog(runtime).read(portfolioId);
  return new Map(
    (known?.projects ?? [])
      .filter(({ present }) => present)
      .map(({ id, descriptions }) => [descriptions.at(-1)?.described.name ?? '', id]),
  );
};

/** What is to be illustrated where. */
export type Illustrated = Readonly<{
  portfolioId: string;
  illustration: Illustration;
  decisions: IllustratedDecisions;
}>;

/**
 * Records an illustration and the decisions behind it in a portfolio of listed projects, or what is missing of them, as imported history through everybody's
 * commands; nothing else is written into the portfolio meanwhile. Gives the refusal that stopped it.
 * @throws OutcomeUnknown | StoreUnavailable | TooContended; NothingOfThatName of an illustration that does not fit the lists
 */
export const illustrate = async (
  system: System,
  bus: CommandBus,
  { portfolioId, illustration, decisions }: Illustrated,
  onProgress: Progress,
): Promise<Refused<string> | undefined> => {
  const work = async () => {
    const listed = await listedIn(system, portfolioId);
    const requests = requestsAt(system.runtime.ids.uuid());
    return (
      (await carryOut(stagesOf({ illustration, portfolioId, bus, requests, listed }), onProgress)) ??
      illustrateDecisions(system, bus, { portfolioId, decisions, listed }, onProgress)
    );
  };
  return importsUnderWay(system.runtime.store).alone(portfolioId, 'The illustration of the sample', work);
};

/** Whether a portfolio holds all of an illustration: weighing its objectives is the last step. */
export const isIllustrated = async (
  { runtime }: System,
  portfolioId: string,
  illustration: Illustration,
): Promise<boolean> => {
  const strategy = await loadState(runtime, Strategy, strategyIdOf(portfolioId));
  return [...objectiveIds(illustration).values()].every(
    (id) => objectiveById(strategy, id)?.weight !== undefined,
  );
};
