import { canonicalJson, type Cut, type Instant, type ReadModel, type RowVersion } from '@docket/kernel';
import { projectTable, type ProjectRow } from '@docket/project';
import { measuredOn } from '../../domain/measures/measures';
import type { Criterion } from '../../domain/scoring-model/scoring-model.events';
import { measuredOf } from '../ranking/component-rows';
import { alignmentOriginOf } from './alignment-origin';
import { confidenceStatement } from './confidence-origin';
import { ratingOriginsOf, type RatingsAsked } from './rating-origin';

/** The event a value was taken from: where it stands, and the date it has on the portfolio's timeline. */
export type ValueOrigin = Readonly<{
  number: number;
  eventId: string;
  type: string;
  stream: string;
  revision: number;
  date: Instant;
}>;

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

/** Finds for each criterion the event that stated the value a project has at the cut. */
export const originsOf = async (
  readModel: ReadModel,
  cut: Cut,
  asked: RatingsAsked,
): Promise<(criterion: Criterion) => Promise<ValueOrigin | null>> => {
  const versions = (await readModel.history(projectTable, asked.projectId)).filter(
    ({ validFrom }) => validFrom <= cut.number,
  );
  const ratingOf = await ratingOriginsOf(readModel, cut, asked);
  const numberOf = (criterion: Criterion): number | undefined | Promise<number | undefined> => {
    if (criterion.measure === 'assessment') return ratingOf(criterion.id);
    if (criterion.measure === 'delivery-confidence') return confidenceStatement(versions);
    return criterion.measure === 'strategic-alignment'
      ? alignmentOriginOf(readModel, cut, asked)
      : latestStatement(criterion, versions);
  };
  return async (criterion) => {
    const number = await numberOf(criterion);
    const line = number === undefined ? undefined : await readModel.numbered(number);
    if (!line) return null;
    const { eventId, type, stream, revision, timelineAt, recordedAt } = line;
    return { number: line.number, eventId, type, stream, revision, date: timelineAt ?? recordedAt };
  };
};
