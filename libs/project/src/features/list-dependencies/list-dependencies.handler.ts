import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { dependenciesOf, dependenciesOfProject } from './dependencies-of';
import { ListDependenciesQuery, ListProjectDependenciesQuery } from './list-dependencies.query';

@QueryHandler(ListDependenciesQuery)
export class ListDependenciesHandler implements IQueryHandler<ListDependenciesQuery> {
  execute({ reading: { readModel, cut }, portfolioId }: ListDependenciesQuery) {
    return dependenciesOf(readModel, cut, { portfolioId });
  }
}

@QueryHandler(ListProjectDependenciesQuery)
export class ListProjectDependenciesHandler implements IQueryHandler<ListProjectDependenciesQuery> {
  execute({ reading: { readModel, cut }, projectId }: ListProjectDependenciesQuery) {
    return dependenciesOfProject(readModel, cut, { projectId });
  }
}
