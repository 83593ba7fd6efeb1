import { canonicalJson, type Cut, type ReadModel, type RowVersion } from '@docket/kernel';
import type { ProjectRow } from '@docket/project';
import { measuredOn } from '../../domain/measures/measures';
import type { Criterion } from '../../domain/scoring-model/scoring-model.events';
import { measuredOf } from '../ranking/component-rows';
import { alignmentOriginOf } from './alignment-origin';
import { confidenceStatement } from './confidence-origin';
import { originAt, type ValueOrigin } from './origin-at';
import type { RatingsAsked } from './ratings-behind';

/** What a row says on a criterion, and the report that says it: the same value stated again was stated by the later report. */
const stated = (criterion: Criterion, row: ProjectRow | null): string => {
  if (!row) return 'null';
  const byReport = measuredOn(criterion, measuredOf('', { ...row, business_case: null }));
  const report = byReport.kind === 'missing' ? null : row.last_report?.eventId;
  return canonicalJson([report, measuredOn(criterion, measuredOf('', row))]);
};

/** The number from which on the latest of these versions says without a break what it says on a criterion. */
const latestStatement = (
  criterion: Criterion,
  versions: readonly RowVersion<ProjectRow>[],
): number | undefined => {
  const last = stated(criterion, versions.at(-1)?.row ?? null);
  const before = versions.findLastIndex(({ row }) => stated(criterion, row) !== last);
  return versions[before + 1]?.validFrom;
};

/**
 * Finds for each criterion the event that stated the value a project has at the cut; none for a mean, which several stated.
 * `project`: the versions of its row up to the cut.
 */
export const originsOf =
  (readModel: ReadModel, cut: Cut, asked: RatingsAsked, project: readonly RowVersion<ProjectRow>[]) =>
  async (criterion: Criterion): Promise<ValueOrigin | null> => {
    if (criterion.measure === 'assessment') return null;
    if (criterion.measure === 'delivery-confidence') return originAt(readModel, confidenceStatement(project));
    const number =
      criterion.measure === 'strategic-alignment'
        ? await alignmentOriginOf(readModel, cut, asked)
        : latestStatement(criterion, project);
    return originAt(readModel, number);
  };
