import { byCodeUnits, derivedUuid, type DecimalText } from '@docket/kernel';
import { Composition, compositionIdOf, pathToTop, Portfolio, type CompositionState } from '@docket/portfolio';
import { DependencyGraph, dependencyGraphIdOf, Project, type ProjectState } from '@docket/project';
import {
  increaseOf,
  linkedTo,
  programmeIn,
  type Link,
  type Undertaking,
  type ValuedComponent,
} from '../../domain/authority';
import { Grant, type KnownGrant, type MotionFacts } from '../../domain/grant';
import { GrantRegister, grantRegisterIdOf } from '../../domain/grant-register';
import { componentsOf, Motion, type About, type Outcome } from '../../domain/motion';
import type { Load } from '../grant-facts';

/** A motion that is to be decided by a body; `kind` is null where it does not say. */
export type MotionUnderAuthority = Readonly<{
  motionId: string;
  portfolioId: string;
  bodyId: string;
  outcome: Outcome;
  kind: string | null;
  /** The motion whose decision it is to stand in the place of. */
  supersedes?: string | null;
}> &
  About;

/** The motion as authority is asked for it, and every grant of the portfolio that was given. */
export type MotionAuthority = Readonly<{
  motion: MotionFacts;
  grants: ReadonlyMap<string, KnownGrant>;
}>;

/** The grants the register names, as far as they were given. */
const grantsIn = async (load: Load, portfolioId: string): Promise<ReadonlyMap<string, KnownGrant>> => {
  const { bodies } = await load(GrantRegister, grantRegisterIdOf(portfolioId));
  const grants = await Promise.all([...bodies.keys()].map((grantId) => load(Grant, grantId)));
  return new Map(
    grants.flatMap((grant) => (grant.status === 'given' ? [[grant.grantId, grant] as const] : [])),
  );
};

type Asked = Omit<MotionUnderAuthority, 'bodyId'>;

/** The node a motion stands at where it is about no component. */
const nodeOf = ({ matter }: About): string | null => (matter.on === 'programme' ? matter.nodeId : null);

/** A slate is for whoever may decide all that it asks. */
const outcomesOf = ({ matter, outcome }: Asked): readonly Outcome[] =>
  matter.on === 'slate' ? [...new Set(matter.components.map(({ ask }) => ask))] : [outcome];

/** What all of them stand in, innermost first. */
const commonPath = (paths: readonly (readonly string[])[]): readonly string[] =>
  (paths[0] ?? []).filter((nodeId) => paths.every((path) => path.includes(nodeId)));

/**
 * What counts together with a motion. The first component of a slate stands for it, linked to all others; a budget stands for its year, so that what
 * is added to that counts together; all else that is about no component stands for the portfolio, and counts nothing.
 */
const undertakingOf = (
  { portfolioId, matter }: Asked,
  components: readonly string[],
  programmes: readonly (string | null)[],
  links: readonly Link[],
): Undertaking => {
  const itself = matter.on === 'budget' ? derivedUuid('budget', portfolioId, `${matter.year}`) : portfolioId;
  const [first = itself, ...others] = components;
  const linked = new Set(components.flatMap((projectId) => [...linkedTo(projectId, links)]).concat(others));
  linked.delete(first);
  const [programme = null] = new Set(programmes).size === 1 ? programmes : [];
  return { projectId: first, programme, linked: [...linked].sort(byCodeUnits) };
};

const pathsOf = (composition: CompositionState, nodes: readonly (string | null)[]) =>
  nodes.map((node) => pathToTop(composition, node));

/** What authority for a motion is judged by, from streams: within a command every one of them is a guard. */
export const motionAuthority = async (load: Load, asked: Asked): Promise<MotionAuthority> => {
  const { motionId, portfolioId, outcome, kind } = asked;
  const portfolio = await load(Portfolio, portfolioId);
  const components = componentsOf(asked);
  const projects = await Promise.all(components.map((projectId) => load(Project, projectId)));
  const composition = await load(Composition, compositionIdOf(portfolioId));
  const { dependencies } = await load(DependencyGraph, dependencyGraphIdOf(portfolioId));
  const grants = await grantsIn(load, portfolioId);
  const places = projects.map((project) => (project.status === 'absent' ? null : (project.node ?? null)));
  const paths = pathsOf(composition, components.length > 0 ? places : [nodeOf(asked)]);
  const links = [...dependencies.values()];
  const motion = {
    motionId,
    of: undertakingOf(asked, components, paths.map(programmeIn), links),
    asked: {
      ...{ portfolioId, kind, outcomes: outcomesOf(asked) },
      path: commonPath(paths.map((path) => path.map(({ nodeId }) => nodeId))),
    },
    value: increaseOf(asked.matter, outcome, projects.map(valuedProject), await budgetBefore(load, asked)),
    accounts: [...grants.values()].flatMap(({ account }) => account),
    timeZone: portfolio.status === 'open' ? portfolio.timeZone : 'UTC',
  };
  return { motion, grants };
};

/** The amount of the budget that a motion on another is to stand in the place of. */
const budgetBefore = async (load: Load, { matter, supersedes }: Asked): Promise<DecimalText | undefined> => {
  if (matter.on !== 'budget' || supersedes === undefined || supersedes === null) return undefined;
  const before = await load(Motion, supersedes);
  return before.status !== 'absent' && before.matter.on === 'budget' ? before.matter.amount : undefined;
};

const valuedProject = (project: ProjectState): ValuedComponent => {
  const known = project.status === 'absent' ? undefined : project;
  return {
    status: project.status,
    wholeLifeCost: known?.businessCase?.wholeLifeCost,
    authorisedCost: known?.baseline?.current.wholeLifeCost,
  };
};
