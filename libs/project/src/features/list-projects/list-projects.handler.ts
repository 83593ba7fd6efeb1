import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ListProjectsQuery } from './list-projects.query';
import { projectsOf } from './projects-of';

@QueryHandler(ListProjectsQuery)
export class ListProjectsHandler implements IQueryHandler<ListProjectsQuery> {
  execute({ reading: { readModel, cut }, filter }: ListProjectsQuery) {
    return projectsOf(readModel, cut, filter);
  }
}
