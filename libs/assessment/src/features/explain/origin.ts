import { canonicalJson, type Cut, type ReadModel, type RowVersion } from '@docket/kernel';
import type { ProjectRow } from '@docket/project';
import { measuredOn } from '../../domain/measures/measures';
import type { Criterion } from '../../domain/scoring-model/scoring-model.events';
import { measuredOf } from '../ranking/component-rows';
import { alignmentOriginOf } from './alignment-origin';
import { confidenceStatement } from './confidence-origin';
import { figuresBehind } from './figures-behind';
import { originAt, type ValueOrigin } from './origin-at';
import type { RatingsAsked } from './ratings-behind';

type Versions = readonly RowVersion<ProjectRow>[];

/** The number from which on these versions say without a break what the latest says. */
const unbroken = (versions: Versions, says: (row: ProjectRow) => string | null): number | undefined => {
  const said = ({ row }: Versions[number]) => row && says(row);
  const last = versions.at(-1);
  const before = last && versions.findLastIndex((one) => said(one) !== said(last));
  return before === undefined ? undefined : versions[before + 1]?.validFrom;
};

/**
 * What reports say was stated by the report that said it last, also where it says the same again: of several figures, the one that
 * was said last. What a case says was stated by the first revision since which it is so.
 */
const latestStatement = (criterion: Criterion, versions: Versions): number | undefined => {
  const reported = figuresBehind(criterion.measure, versions).map(({ number }) => number);
  if (reported.length === 0)
    return unbroken(versions, (row) => canonicalJson(measuredOn(criterion, measuredOf('', row))));
  const slips = criterion.measure === 'schedule-slip';
  const first = slips ? unbroken(versions, ({ first_finish }) => first_finish) : undefined;
  return Math.max(...reported, first ?? 0);
};

/**
 * Finds for each criterion the event that stated the value a project has at the cut; none for a mean, which several stated.
 * `project`: the versions of its row up to the cut.
 */
export const originsOf =
  (readModel: ReadModel, cut: Cut, asked: RatingsAsked, project: Versions) =>
  async (criterion: Criterion): Promise<ValueOrigin | null> => {
    if (criterion.measure === 'assessment') return null;
    if (criterion.measure === 'delivery-confidence') return originAt(readModel, confidenceStatement(project));
    const number =
      criterion.measure === 'strategic-alignment'
        ? await alignmentOriginOf(readModel, cut, asked)
        : latestStatement(criterion, project);
    return originAt(readModel, number);
  };
