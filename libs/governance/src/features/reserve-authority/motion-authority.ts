import { Composition, compositionIdOf, pathToTop, Portfolio } from '@docket/portfolio';
import { DependencyGraph, dependencyGraphIdOf, Project } from '@docket/project';
import { linkedTo, programmeIn, valueOf } from '../../domain/authority';
import { Grant, type KnownGrant, type MotionFacts } from '../../domain/grant';
import { GrantRegister, grantRegisterIdOf } from '../../domain/grant-register';
import type { Outcome } from '../../domain/motion';
import type { Load } from '../grant-facts';

/** A motion that is to be decided by a body; `kind` is null where it does not say. */
export type MotionUnderAuthority = Readonly<{
  motionId: string;
  portfolioId: string;
  bodyId: string;
  projectId: string;
  outcome: Outcome;
  kind: string | null;
}>;

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

/** What authority for a motion is judged by, from streams: within a command every one of them is a guard. */
export const motionAuthority = async (
  load: Load,
  { motionId, portfolioId, projectId, outcome, kind }: Omit<MotionUnderAuthority, 'bodyId'>,
): Promise<MotionAuthority> => {
  const portfolio = await load(Portfolio, portfolioId);
  const project = await load(Project, projectId);
  const composition = await load(Composition, compositionIdOf(portfolioId));
  const { dependencies } = await load(DependencyGraph, dependencyGraphIdOf(portfolioId));
  const grants = await grantsIn(load, portfolioId);
  const known = project.status === 'absent' ? undefined : project;
  const path = pathToTop(composition, known?.node ?? null);
  const wholeLifeCost = known?.businessCase?.wholeLifeCost;
  const motion = {
    motionId,
    of: { projectId, programme: programmeIn(path), linked: linkedTo(projectId, dependencies.values()) },
    asked: { portfolioId, path: path.map(({ nodeId }) => nodeId), kind, outcome },
    value: valueOf(outcome, { status: project.status, wholeLifeCost }),
    accounts: [...grants.values()].flatMap(({ account }) => account),
    timeZone: portfolio.status === 'open' ? portfolio.timeZone : 'UTC',
  };
  return { motion, grants };
};
