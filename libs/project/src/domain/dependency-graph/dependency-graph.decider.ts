import {
  accept,
  firstRefusal,
  refuse,
  unreachable,
  type Command,
  type Decider,
  type DecisionContext,
  type Policy,
  type Verdict,
} from '@docket/kernel';
import { historyPolicies, type HistoryRefusal } from '../project/history.policy';
import type { PortfolioFacts } from '../project/project.commands';
import type {
  DependencyDeclared,
  DependencyEvent,
  DependencyKind,
  DependencyRemoved,
} from './dependency.events';
import { dependencyIdOf } from './dependency-id';
import { pathBetween, waiting, type Dependency } from './dependency-path';

/** One end of a dependency, gathered from the stream of the project. `people` propose, sponsor or manage it. */
export type EndFacts = Readonly<{ projectId: string }> &
  Readonly<
    { status: 'absent' } | { status: 'known'; portfolioId: string; name: string; people: readonly string[] }
  >;

export type DeclareDependency = Command<
  'DeclareDependency',
  {
    portfolioId: string;
    kind: DependencyKind;
    from: EndFacts;
    to: EndFacts;
    reason: string;
    portfolio: PortfolioFacts;
  }
>;
export type RemoveDependency = Command<
  'RemoveDependency',
  { portfolioId: string; dependencyId: string; reason: string; portfolio: PortfolioFacts }
>;
export type DependencyCommand = DeclareDependency | RemoveDependency;

export type DependencyRefusal =
  | HistoryRefusal
  | 'project-unknown'
  | 'another-portfolio'
  | 'not-yours'
  | 'reason-blank'
  | 'dependency-on-itself'
  | 'dependency-already-declared'
  | 'dependency-contradicts'
  | 'circle-of-dependencies'
  | 'dependency-unknown';

/** The dependencies of one portfolio by their ids, and the names of the projects in them as last declared. */
export type DependencyState = Readonly<{
  portfolioId?: string;
  dependencies: ReadonlyMap<string, Dependency>;
  names: ReadonlyMap<string, string>;
}>;

const initialState = (): DependencyState => ({ dependencies: new Map(), names: new Map() });

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

const evolve = (state: DependencyState, event: DependencyEvent): DependencyState => {
  switch (event.type) {
    case 'DependencyDeclared':
      return declared(state, event);
    case 'DependencyRemoved':
      return removed(state, event);
    default:
      return unreachable(event);
  }
};

type KnownEnd = Extract<EndFacts, { status: 'known' }>;

type Declaring = Readonly<{
  dependencyId: string;
  dependency: Dependency;
  ends: readonly [KnownEnd, KnownEnd];
  state: DependencyState;
  context: DecisionContext;
  portfolioId: string;
}>;

const isBetweenTheSame = (one: Dependency, other: Dependency): boolean =>
  (one.from === other.from && one.to === other.to) || (one.from === other.to && one.to === other.from);

/** Pairs of kinds that cannot hold between the same two projects. */
const contradict = (one: DependencyKind, other: DependencyKind): boolean =>
  [one, other].includes('excludes') &&
  [one, other].some((kind) => kind === 'requires' || kind === 'together-with');

const declaringPolicies: readonly Policy<Declaring, DependencyRefusal>[] = [
  function endsStandInThisPortfolio({ ends, portfolioId }) {
    const stranger = ends.find((end) => end.portfolioId !== portfolioId);
    return (
      stranger && {
        code: 'another-portfolio',
        message: `"${stranger.name}" stands in another portfolio. Projects of one portfolio depend on each other.`,
      }
    );
  },
  function itIsWithinReach({ ends, context: { actor, reach } }) {
    if (reach === 'anything' || ends.some(({ people }) => people.includes(actor))) return undefined;
    return {
      code: 'not-yours',
      message: `${actor} neither proposed nor sponsors nor manages "${ends[0].name}" or "${ends[1].name}": only they or the PMO may declare this.`,
    };
  },
  function twoProjectsDepend({ dependency: { from, to }, ends }) {
    return from === to
      ? {
          code: 'dependency-on-itself',
          message: `"${ends[0].name}" cannot depend on itself. Name another project.`,
        }
      : undefined;
  },
  function itIsNew({ dependencyId, state, ends, dependency: { kind } }) {
    return state.dependencies.has(dependencyId)
      ? {
          code: 'dependency-already-declared',
          message: `"${ends[0].name}" ${kind} "${ends[1].name}" is declared already. Remove it first to give another reason.`,
        }
      : undefined;
  },
  function itContradictsNone({ dependency, state, ends }) {
    const other = [...state.dependencies.values()].find(
      (one) => isBetweenTheSame(one, dependency) && contradict(one.kind, dependency.kind),
    );
    return (
      other && {
        code: 'dependency-contradicts',
        message: `Between "${ends[0].name}" and "${ends[1].name}" stands ${other.kind}: ${dependency.kind} contradicts it. Remove that one first.`,
      }
    );
  },
  function itClosesNoCircle({ dependency, state, ends }) {
    const wait = waiting(dependency);
    const back = wait && pathBetween(state.dependencies.values(), wait.whom, wait.who);
    if (!wait || !back) return undefined;
    const names = new Map(state.names);
    for (const end of ends) names.set(end.projectId, end.name);
    const told = [wait.who, ...back].map((id) => `"${names.get(id) ?? id}"`).join(' → ');
    return {
      code: 'circle-of-dependencies',
      message: `Each would wait for the next in a circle: ${told}. Leave one of these dependencies out.`,
    };
  },
];

const reasonGiven: Policy<string, 'reason-blank'> = (reason) =>
  reason.trim() === '' ? { code: 'reason-blank', message: 'Say why: others will ask.' } : undefined;

const absentEnd = ({ projectId }: EndFacts) =>
  refuse('project-unknown', `There is no project ${projectId}. List the projects of the portfolio.`);

const declare = (
  { data }: DeclareDependency,
  state: DependencyState,
  context: DecisionContext,
): Verdict<DependencyDeclared, DependencyRefusal> => {
  const { portfolioId, portfolio, kind, from, to, reason } = data;
  const closed = firstRefusal(historyPolicies, { portfolio, context });
  if (closed) return closed;
  if (from.status === 'absent') return absentEnd(from);
  if (to.status === 'absent') return absentEnd(to);
  const dependency = { kind, from: from.projectId, to: to.projectId };
  const dependencyId = dependencyIdOf({ portfolioId, ...dependency });
  const declaring = { dependencyId, dependency, ends: [from, to], state, context, portfolioId } as const;
  return (
    firstRefusal(declaringPolicies, declaring) ??
    firstRefusal([reasonGiven], reason) ??
    accept({
      type: 'DependencyDeclared',
      data: { dependencyId, portfolioId, ...dependency, fromName: from.name, toName: to.name, reason },
    })
  );
};

const remove = (
  { data }: RemoveDependency,
  state: DependencyState,
  context: DecisionContext,
): Verdict<DependencyRemoved, DependencyRefusal> => {
  const { portfolioId, dependencyId, reason, portfolio } = data;
  const refused = firstRefusal(historyPolicies, { portfolio, context });
  if (refused) return refused;
  if (!state.dependencies.has(dependencyId))
    return refuse(
      'dependency-unknown',
      `There is no dependency ${dependencyId}. List those of the portfolio.`,
    );
  return (
    firstRefusal([reasonGiven], reason) ??
    accept({ type: 'DependencyRemoved', data: { dependencyId, portfolioId, reason } })
  );
};

/** Dependencies between the projects of one portfolio: no circle of waiting, and nothing that contradicts itself. */
export const decider: Decider<DependencyState, DependencyCommand, DependencyEvent, DependencyRefusal> = {
  initialState,
  evolve,
  decide: (command, state, context) => {
    switch (command.type) {
      case 'DeclareDependency':
        return declare(command, state, context);
      case 'RemoveDependency':
        return remove(command, state, context);
      default:
        return unreachable(command);
    }
  },
};
