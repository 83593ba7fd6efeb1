import { countingConfidence, standingValues, type ProjectRow } from '@docket/project';
import type { MeasuredComponent } from '../../domain/measures/measures';

/**
 * What is measured of a project: its figures as they were last reported, the delivery confidence that counts, its business case and
 * its baseline. A figure that the last list leaves out, and no report since gives, is missing. `given` is what others say of it: the
 * ratings of its assessors and its alignment with the strategy.
 */
export const measuredOf = (
  id: string,
  row: ProjectRow,
  given: Pick<MeasuredComponent, 'ratings' | 'alignment'> = {},
): MeasuredComponent => {
  const { name, status, business_case, baseline, first_finish, must_have } = row;
  const { budget, forecast, wholeLifeCost, finish, ...values } = standingValues(row);
  const { plannedValue, earnedValue, actualCost } = values;
  const counting = countingConfidence(row);
  return {
    id,
    name,
    confidence: counting && { scale: counting.scale, rating: counting.rating },
    budget,
    forecast,
    wholeLifeCost,
    firstReportedFinish: first_finish ?? undefined,
    finish,
    plannedValue,
    earnedValue,
    actualCost,
    expectedBenefits: business_case?.expectedBenefits ?? undefined,
    caseCost: business_case?.wholeLifeCost,
    baselineCost: baseline?.current.wholeLifeCost,
    isProposal: status === 'proposed',
    ...given,
    mustHave: must_have ?? undefined,
  };
};
