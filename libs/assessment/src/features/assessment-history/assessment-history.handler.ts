import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { assessmentHistory } from './assessment-history';
import { AssessmentHistoryQuery } from './assessment-history.query';

@QueryHandler(AssessmentHistoryQuery)
export class AssessmentHistoryHandler implements IQueryHandler<AssessmentHistoryQuery> {
  execute({ reading: { readModel, cut }, params }: AssessmentHistoryQuery) {
    return assessmentHistory(readModel, cut, params);
  }
}
