import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { conditionById } from './condition-by-id';
import { FindConditionQuery } from './find-condition.query';

@QueryHandler(FindConditionQuery)
export class FindConditionHandler implements IQueryHandler<FindConditionQuery> {
  execute({ reading: { readModel, cut }, params }: FindConditionQuery) {
    return conditionById(readModel, cut, params);
  }
}
