import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { FindEarnedValueQuery } from './find-earned-value.query';
import { earnedValueOfProject } from './earned-value-of-project';

@QueryHandler(FindEarnedValueQuery)
export class FindEarnedValueHandler implements IQueryHandler<FindEarnedValueQuery> {
  execute({ reading: { readModel, cut }, projectId }: FindEarnedValueQuery) {
    return earnedValueOfProject(readModel, cut, { projectId });
  }
}
