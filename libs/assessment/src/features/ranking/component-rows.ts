import { countingConfidence, type ProjectRow, type ProjectStatus } from '@docket/project';
import type { MeasuredComponent } from '../../domain/measures/measures';

const RANKED: ReadonlySet<ProjectStatus> = new Set(['proposed', 'authorised', 'held']);

/** Whether a component competes for a place: it is proposed, authorised or held. */
export const stands = ({ status }: Pick<ProjectRow, 'status'>): boolean => RANKED.has(status);

/**
 * What is measured of a project: its latest report, the delivery confidence that counts, its business case and its baseline. A figure
 * that only an earlier report gave is missing: nobody stands by it any more. `given` is what
 * others say of it: the ratings of its assessors and its alignment with the strategy.
 */
export const measuredOf = (
  id: string,
  row: ProjectRow,
  given: Pick<MeasuredComponent, 'ratings' | 'alignment'> = {},
): MeasuredComponent => {
  const { name, status, last_report, business_case, baseline, first_finish, must_have } = row;
  const figures = last_report?.figures;
  const counting = countingConfidence(row);
  return {
    id,
    name,
    confidence: counting && { scale: counting.scale, rating: counting.rating },
    budget: figures?.budget,
    forecast: figures?.forecast,
    wholeLifeCost: figures?.wholeLifeCost,
    firstReportedFinish: first_finish ?? undefined,
    finish: figures?.finish,
    plannedValue: figures?.plannedValue,
    earnedValue: figures?.earnedValue,
    actualCost: figures?.actualCost,
    expectedBenefits: business_case?.expectedBenefits ?? undefined,
    caseCost: business_case?.wholeLifeCost,
    baselineCost: baseline?.current.wholeLifeCost,
    isProposal: status === 'proposed',
    ...given,
    mustHave: must_have ?? undefined,
  };
};
