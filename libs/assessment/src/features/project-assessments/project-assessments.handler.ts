import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { projectAssessments } from './project-assessments';
import { ProjectAssessmentsQuery } from './project-assessments.query';

@QueryHandler(ProjectAssessmentsQuery)
export class ProjectAssessmentsHandler implements IQueryHandler<ProjectAssessmentsQuery> {
  execute({ reading: { readModel, cut }, params }: ProjectAssessmentsQuery) {
    return projectAssessments(readModel, cut, params);
  }
}
