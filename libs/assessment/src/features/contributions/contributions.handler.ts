import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { contributionsOf, contributionsOfProject } from './contributions-of';
import { ContributionsQuery, ProjectContributionsQuery } from './contributions.query';

@QueryHandler(ContributionsQuery)
export class ContributionsHandler implements IQueryHandler<ContributionsQuery> {
  execute({ reading: { readModel, cut }, params }: ContributionsQuery) {
    return contributionsOf(readModel, cut, params);
  }
}

@QueryHandler(ProjectContributionsQuery)
export class ProjectContributionsHandler implements IQueryHandler<ProjectContributionsQuery> {
  execute({ reading: { readModel, cut }, params }: ProjectContributionsQuery) {
    return contributionsOfProject(readModel, cut, params);
  }
}
