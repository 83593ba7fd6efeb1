import type { Aggregate } from '@docket/kernel';
import type { DependencyEvent } from './dependency.events';
import { codec } from './dependency-graph.codec';
import { decider, type DependencyCommand } from './dependency-graph.decider';
import type { DependencyRefusal, DependencyState } from './dependency.state';

export * from './dependency.events';
export type { DeclareDependency, DependencyCommand, RemoveDependency } from './dependency-graph.decider';
export type { DependencyRefusal, DependencyState, EndFacts } from './dependency.state';
export { dependencyGraphIdOf, dependencyIdOf } from './dependency-id';
export { pathBetween, type Dependency } from './dependency-path';
export { codec as dependencyCodec } from './dependency-graph.codec';
export { decider as dependencyDecider } from './dependency-graph.decider';

/** The dependencies between the projects of one portfolio: one stream each portfolio. */
export const DependencyGraph: Aggregate<
  DependencyState,
  DependencyCommand,
  DependencyEvent,
  DependencyRefusal
> = { category: 'dependency-graph', decider, codec, portfolioOf: ({ portfolioId }) => portfolioId };
