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
import { historyPolicies } from '../project/history.policy';
import type { PortfolioFacts } from '../project/project.commands';
import { declaringPolicies } from './declaring.policy';
import type {
  DependencyDeclared,
  DependencyEvent,
  DependencyKind,
  DependencyRemoved,
} from './dependency.events';
import {
  evolve,
  initialState,
  type DependencyRefusal,
  type DependencyState,
  type EndFacts,
} from './dependency.state';
import { dependencyIdOf } from './dependency-id';

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
