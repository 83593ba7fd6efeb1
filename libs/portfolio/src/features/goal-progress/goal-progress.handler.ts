import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { goalProgressAt } from './goal-progress-at';
import { GoalProgressQuery } from './goal-progress.query';

@QueryHandler(GoalProgressQuery)
export class GoalProgressHandler implements IQueryHandler<GoalProgressQuery> {
  execute({ reading: { readModel, cut }, params }: GoalProgressQuery) {
    return goalProgressAt(readModel, cut, params);
  }
}
