import type { ProjectStatus } from '../project';
import { portfolioId, settledPortfolio as portfolio } from '../../testing/project.scenes';
import {
  dependencyDecider as decider,
  dependencyIdOf,
  type DependencyCommand,
  type DependencyDeclared,
  type DependencyEvent,
  type DependencyKind,
  type EndFacts,
} from '.';

const NAMES: Readonly<Record<string, string>> = { a: 'Register', b: 'Courts', c: 'Tunnel', d: 'Bridge' };
export const reason = 'It needs its data.';
export const end = (projectId: string, projectStatus: ProjectStatus = 'proposed'): EndFacts => ({
  projectId,
  status: 'known',
  portfolioId,
  projectStatus,
  name: NAMES[projectId] ?? projectId,
  people: [`${projectId}-manager`],
});
export const declare = (from: string, kind: DependencyKind, to: string, change: object = {}) =>
  ({
    type: 'DeclareDependency',
    data: { portfolioId, portfolio, kind, from: end(from), to: end(to), reason, ...change },
  }) as const;
export const declared = (from: string, kind: DependencyKind, to: string): DependencyDeclared => ({
  type: 'DependencyDeclared',
  data: {
    dependencyId: dependencyIdOf({ portfolioId, kind, from, to }),
    portfolioId,
    kind,
    from,
    to,
    fromName: NAMES[from] ?? from,
    toName: NAMES[to] ?? to,
    reason,
  },
});
export const remove = (from: string, kind: DependencyKind, to: string, why = 'No longer.') =>
  ({
    type: 'RemoveDependency',
    data: {
      portfolioId,
      portfolio,
      dependencyId: dependencyIdOf({ portfolioId, kind, from, to }),
      reason: why,
    },
  }) as const;
export const removed = (from: string, kind: DependencyKind, to: string): DependencyEvent => ({
  type: 'DependencyRemoved',
  data: { dependencyId: dependencyIdOf({ portfolioId, kind, from, to }), portfolioId, reason: 'No longer.' },
});

/** The sentence with which a command is refused; empty where it is not. */
export const refusalOf = (command: DependencyCommand, ...history: readonly DependencyEvent[]): string => {
  const at = '2026-03-02T09:00:00.000Z';
  const context = { actor: 'ada', reach: 'anything', at, now: at, origin: 'live' } as const;
  const verdict = decider.decide(command, history.reduce(decider.evolve, decider.initialState()), context);
  return verdict.outcome === 'refused' ? verdict.refusal.message : '';
};
