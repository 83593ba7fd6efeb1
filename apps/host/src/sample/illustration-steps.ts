import {
  AssessCommand,
  ClaimContributionCommand,
  ConfirmContributionCommand,
  DraftModelCommand,
  modelIdOf,
  PublishModelCommand,
} from '@docket/assessment';
import { operator } from '@docket/identity';
import type { Receipt, Refused } from '@docket/kernel';
import {
  AddObjectiveCommand,
  ReachHistoryCommand,
  ReportActualCommand,
  WeighObjectivesCommand,
} from '@docket/portfolio';
import { ProposeProjectCommand } from '@docket/project';
import type { CommandBus } from '@nestjs/cqrs';
import type { Illustration } from './illustration';
import { adding, objectiveIds, proposalIds, proposing, type Requests } from './illustration-requests';

/** One command. */
export type Step = () => Promise<Pick<Receipt, 'outcome'> | Refused<string>>;

/** What the steps work with; `listed` gives the ids of listed projects by the name their last list gives them. */
export type Illustrating = Readonly<{
  illustration: Illustration;
  portfolioId: string;
  bus: CommandBus;
  requests: Requests;
  listed: ReadonlyMap<string, string>;
}>;

/** The illustration names something that is neither in it nor in the lists. */
export class NothingOfThatName extends Error {
  override readonly name = 'NothingOfThatName';
}

/** Finds the id of a name in the first of these that knows it. @throws NothingOfThatName */
export const named =
  (...known: readonly ReadonlyMap<string, string>[]) =>
  (name: string): string => {
    const id = known.map((ids) => ids.get(name)).find((one) => one !== undefined);
    if (id === undefined) throw new NothingOfThatName(`There is no "${name}" to illustrate.`);
    return id;
  };

/** History comes to the moment of the illustration. */
export const reach = ({ illustration, portfolioId, bus, requests }: Illustrating): readonly Step[] => {
  const { knownAt, source } = illustration;
  const data = { portfolioId, knownAt, source };
  const saying = { by: operator.id, operation: 'import-gmpp', key: 'reached', body: data } as const;
  return [() => bus.execute(new ReachHistoryCommand(requests(saying, knownAt), data))];
};

export const addObjectives = ({
  illustration,
  portfolioId,
  bus,
  requests,
}: Illustrating): readonly Step[] =>
  illustration.objectives.map((objective) => () => {
    const { name, description, measure, baseline, target } = objective;
    const data = { portfolioId, name, description, measure, baseline, target };
    return bus.execute(new AddObjectiveCommand(requests(adding(objective), illustration.knownAt), data));
  });

/** By day: what is reported of one measure comes in order. */
export const reportActuals = ({
  illustration,
  portfolioId,
  bus,
  requests,
}: Illustrating): readonly Step[] => {
  const idOf = named(objectiveIds(illustration));
  return illustration.objectives.flatMap(({ key, by, actuals }) =>
    actuals.map((actual) => () => {
      const data = { portfolioId, objectiveId: idOf(key), ...actual };
      const saying = { by, operation: 'report-actual', key: `${key}/${actual.day}`, body: data } as const;
      return bus.execute(new ReportActualCommand(requests(saying, illustration.knownAt), data));
    }),
  );
};

export const propose = ({ illustration, portfolioId, bus, requests }: Illustrating): readonly Step[] =>
  illustration.proposals.map((proposal) => () => {
    const { key: _, by: __, ...stated } = proposal;
    const request = requests(proposing(proposal), illustration.knownAt);
    return bus.execute(new ProposeProjectCommand(request, { portfolioId, ...stated }));
  });

/** What is contributed, of what, to what. */
const contributionsIn = ({ illustration, listed }: Illustrating) => {
  const projectOf = named(proposalIds(illustration), listed);
  const objectiveOf = named(objectiveIds(illustration));
  return illustration.contributions.map(({ project, objective, confirmed, ...claimed }) => ({
    on: { projectId: projectOf(project), objectiveId: objectiveOf(objective) },
    key: `${project}/${objective}`,
    claimed,
    confirmed,
  }));
};

export const claimContributions = (illustrating: Illustrating): readonly Step[] =>
  contributionsIn(illustrating).map(({ on, key, claimed: { by, ...judged } }) => () => {
    const { bus, requests, illustration } = illustrating;
    const data = { ...on, ...judged };
    const saying = { by, operation: 'claim-contribution', key, body: data } as const;
    return bus.execute(new ClaimContributionCommand(requests(saying, illustration.knownAt), data));
  });

export const confirmContributions = (illustrating: Illustrating): readonly Step[] =>
  contributionsIn(illustrating).flatMap(({ on, key, confirmed }) => {
    if (!confirmed) return [];
    const { bus, requests, illustration } = illustrating;
    const { by, ...judged } = confirmed;
    const data = { ...on, ...judged };
    const saying = { by, operation: 'confirm-contribution', key, body: data } as const;
    return [() => bus.execute(new ConfirmContributionCommand(requests(saying, illustration.knownAt), data))];
  });

/** Like the model an import brings along it is known from now on only: no answer of an earlier day is made with it by default. */
export const draftModel = ({
  illustration,
  portfolioId,
  bus,
  requests,
}: Illustrating): readonly Step[] => {
  const { draftedBy: by, publishedBy: _, effectiveFrom: __, ...model } = illustration.model;
  const data = { portfolioId, ...model };
  const saying = { by, operation: 'draft-model', key: model.name, body: data } as const;
  return [() => bus.execute(new DraftModelCommand(requests(saying), data))];
};

export const publishModel = ({
  illustration,
  portfolioId,
  bus,
  requests,
}: Illustrating): readonly Step[] => {
  const { name, publishedBy: by, effectiveFrom } = illustration.model;
  const data = { modelId: modelIdOf(portfolioId, name), effectiveFrom };
  const saying = { by, operation: 'publish-model', key: name, body: data } as const;
  return [() => bus.execute(new PublishModelCommand(requests(saying), data))];
};

export const assess = ({
  illustration,
  portfolioId,
  bus,
  requests,
  listed,
}: Illustrating): readonly Step[] => {
  const projectOf = named(proposalIds(illustration), listed);
  const modelId = modelIdOf(portfolioId, illustration.model.name);
  return illustration.assessments.map(({ project, assessor: by, ratings }) => () => {
    const data = { projectId: projectOf(project), modelId, ratings };
    const saying = { by, operation: 'assess', key: project, body: data } as const;
    return bus.execute(new AssessCommand(requests(saying, illustration.knownAt), data));
  });
};

/** The last step: where the objectives are weighed, nothing of the illustration is missing. */
export const weighObjectives = ({
  illustration,
  portfolioId,
  bus,
  requests,
}: Illustrating): readonly Step[] => {
  const idOf = named(objectiveIds(illustration));
  const weights = illustration.objectives.map(({ key, weight }) => ({ objectiveId: idOf(key), weight }));
  const data = { portfolioId, weights };
  const saying = { by: illustration.weighedBy, operation: 'weigh-objectives', key: 'weights', body: data } as const;
  return [() => bus.execute(new WeighObjectivesCommand(requests(saying, illustration.knownAt), data))];
};
