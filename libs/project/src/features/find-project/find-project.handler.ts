import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { FindProjectQuery } from './find-project.query';
import { projectById } from './project-by-id';

@QueryHandler(FindProjectQuery)
export class FindProjectHandler implements IQueryHandler<FindProjectQuery> {
  execute({ reading: { readModel, cut }, projectId }: FindProjectQuery) {
    return projectById(readModel, cut, { projectId });
  }
}
