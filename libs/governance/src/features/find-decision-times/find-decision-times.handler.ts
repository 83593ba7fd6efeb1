import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { decisionTimesOf } from './decision-times-of';
import { FindDecisionTimesQuery } from './find-decision-times.query';

@QueryHandler(FindDecisionTimesQuery)
export class FindDecisionTimesHandler implements IQueryHandler<FindDecisionTimesQuery> {
  execute({ reading: { readModel, cut }, params }: FindDecisionTimesQuery) {
    return decisionTimesOf(readModel, cut, params);
  }
}
