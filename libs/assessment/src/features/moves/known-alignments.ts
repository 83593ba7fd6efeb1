import type { DecimalText } from '@docket/kernel';
import type { ObjectiveRow } from '@docket/portfolio';
import type { ContributionRow } from '../../alignment.tables';
import { alignmentFrom } from '../contributions/contribution-rows';
import type { Served } from './seen';

/** What is known of objectives and of contributions to them while events are replayed. */
export class KnownAlignments {
  private readonly objectives = new Map<string, ObjectiveRow>();
  private readonly contributions = new Map<string, Map<string, ContributionRow>>();

  /** @returns the components whose alignment may have moved: all that serve an objective, where one is weighed anew or retired */
  objective(key: string, row: ObjectiveRow): readonly string[] {
    const before = this.objectives.get(key);
    this.objectives.set(key, row);
    const counts = before?.weight !== row.weight || before.status !== row.status;
    return counts ? [...this.contributions.keys()] : [];
  }

  /** @returns the component whose alignment may have moved */
  contribution(key: string, row: ContributionRow): readonly string[] {
    const known = this.contributions.get(row.project_id) ?? new Map<string, ContributionRow>();
    this.contributions.set(row.project_id, known.set(key, row));
    return [row.project_id];
  }

  of(component: string): DecimalText | undefined {
    const given = [...(this.contributions.get(component)?.values() ?? [])];
    const standing = given.filter(({ status }) => status !== 'withdrawn');
    const active = [...this.objectives]
      .filter(([, { status }]) => status === 'active')
      .map(([id, { weight }]) => ({ id, weight }));
    return alignmentFrom(active, standing).value ?? undefined;
  }

  /** The active objectives that a component is confirmed to serve, in the order in which they became known. */
  servedBy(component: string): readonly Served[] {
    const given = this.contributions.get(component)?.values() ?? [];
    return [...given].flatMap(({ objective_id: id, status, confirmation }) => {
      const objective = this.objectives.get(id);
      if (!confirmation || status === 'withdrawn' || objective?.status !== 'active') return [];
      return [{ id, name: objective.name, weight: objective.weight, level: confirmation.level }];
    });
  }
}
