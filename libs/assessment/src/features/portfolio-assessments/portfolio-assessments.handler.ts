import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { portfolioAssessments } from './portfolio-assessments';
import { PortfolioAssessmentsQuery } from './portfolio-assessments.query';

@QueryHandler(PortfolioAssessmentsQuery)
export class PortfolioAssessmentsHandler implements IQueryHandler<PortfolioAssessmentsQuery> {
  execute({ reading: { readModel, cut }, params }: PortfolioAssessmentsQuery) {
    return portfolioAssessments(readModel, cut, params);
  }
}
