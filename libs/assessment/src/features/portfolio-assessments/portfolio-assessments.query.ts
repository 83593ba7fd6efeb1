import type { Reading, Refused } from '@docket/kernel';
import { Query } from '@nestjs/cqrs';
import type { RankingRefusal } from '../ranking/ranking-inputs';
import type { PortfolioAssessments, PortfolioAssessmentsParams } from './portfolio-assessments';

/** The assessments of a portfolio by one model, as of a cut. */
export class PortfolioAssessmentsQuery extends Query<PortfolioAssessments | Refused<RankingRefusal>> {
  constructor(
    readonly reading: Reading,
    readonly params: PortfolioAssessmentsParams,
  ) {
    super();
  }
}
