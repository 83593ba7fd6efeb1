import { unreachable } from '@docket/kernel';
import type { HistoryRefusal } from '../project/history.policy';
import type { ProjectStatus } from '../project/project.state';
import type { DependencyDeclared, DependencyEvent, DependencyRemoved } from './dependency.events';
import type { Dependency } from './dependency-path';

/** One end of a dependency, gathered from the stream of the project. `people` propose, sponsor or manage it. */
export type EndFacts = Readonly<{ projectId: string }> &
  Readonly<
    | { status: 'absent' }
    | {
        status: 'known';
        portfolioId: string;
        name: string;
        projectStatus: ProjectStatus;
        people: readonly string[];
      }
  >;

export type DependencyRefusal =
  | HistoryRefusal
  | 'project-unknown'
  | 'another-portfolio'
  | 'not-yours'
  | 'reason-blank'
  | 'dependency-on-itself'
  | 'dependency-already-declared'
  | 'dependency-on-ended'
  | 'dependency-contradicts'
  | 'circle-of-dependencies'
  | 'dependency-unknown';

/** The dependencies of one portfolio by their ids, and the names of the projects in them as last declared. */
export type DependencyState = Readonly<{
  portfolioId?: string;
  dependencies: ReadonlyMap<string, Dependency>;
  names: ReadonlyMap<string, string>;
}>;

export const initialState = (): DependencyState => ({ dependencies: new Map(), names: new Map() });

const declared = (state: DependencyState, { data }: DependencyDeclared): DependencyState => {
  const { dependencyId, portfolioId, kind, from, to, fromName, toName } = data;
  return {
    portfolioId,
    dependencies: new Map(state.dependencies).set(dependencyId, { kind, from, to }),
    names: new Map(state.names).set(from, fromName).set(to, toName),
  };
};

const removed = (state: DependencyState, { data }: DependencyRemoved): DependencyState => {
  const dependencies = new Map(state.dependencies);
  dependencies.delete(data.dependencyId);
  return { ...state, dependencies };
};

export const evolve = (state: DependencyState, event: DependencyEvent): DependencyState => {
  switch (event.type) {
    case 'DependencyDeclared':
      return declared(state, event);
    case 'DependencyRemoved':
      return removed(state, event);
    default:
      return unreachable(event);
  }
};
