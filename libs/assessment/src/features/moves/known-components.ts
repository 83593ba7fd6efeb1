import { stands, type ProjectRow } from '@docket/project';
import type { AssessmentRow } from '../../assessment.projection';
import { countedOf } from '../counting';
import { rater } from '../../domain/assessment/mean-rating';
import { readyModel, type ReadyModel } from '../../domain/ranking/ready-model';
import type { ModelDefinition } from '../../domain/scoring-model/scoring-model.events';
import { measuresAlignment } from '../ranking/alignments-at';
import { measuredOf } from '../ranking/component-rows';
import { placedOn } from '../ranking/placed-inputs';
import { ratedCriteria, ratingsOf } from '../ranking/ratings-at';
import { KnownAlignments } from './known-alignments';
import type { Seen } from './seen';

/** What is known of the components of a portfolio while events are replayed, placed on the scales of one model. */
export class KnownComponents {
  readonly alignments = new KnownAlignments();
  private readonly rows = new Map<string, ProjectRow>();
  private readonly assessments = new Map<string, Map<string, AssessmentRow>>();
  private readonly rate = rater();
  private readonly rated: readonly string[];
  private readonly isAligned: boolean;
  private readonly model: ReadyModel;

  constructor(definition: ModelDefinition) {
    this.model = readyModel(definition);
    this.rated = ratedCriteria(definition);
    this.isAligned = measuresAlignment(definition);
  }

  /** @returns the component it is about, as the others below do */
  project(id: string, row: ProjectRow | null): readonly string[] {
    if (row) this.rows.set(id, row);
    else this.rows.delete(id);
    return [id];
  }

  assessment(key: string, row: AssessmentRow): readonly string[] {
    const known = this.assessments.get(row.project) ?? new Map<string, AssessmentRow>();
    this.assessments.set(row.project, known.set(key, row));
    return [row.project];
  }

  /** A component as it is known by now; undefined while it does not compete for a place. */
  seen(id: string): Seen | undefined {
    const row = this.rows.get(id);
    if (!row || !stands(row.status)) return undefined;
    const { counted } = countedOf([...(this.assessments.get(id)?.values() ?? [])], row);
    const ratings = ratingsOf(counted, this.rated, this.rate);
    const alignment = this.isAligned ? this.alignments.of(id) : undefined;
    const measured = measuredOf(id, row, { ratings, alignment });
    const served = this.isAligned ? this.alignments.servedBy(id) : [];
    return { row, measured, placed: placedOn(measured, this.model), counted, served };
  }

  all(): readonly Seen[] {
    return [...this.rows.keys()].flatMap((id) => this.seen(id) ?? []);
  }
}
