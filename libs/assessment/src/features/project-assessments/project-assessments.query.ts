import type { Reading, Refused } from '@docket/kernel';
import { Query } from '@nestjs/cqrs';
import type {
  ProjectAssessments,
  ProjectAssessmentsParams,
  ProjectAssessmentsRefusal,
} from './project-assessments';

/** The assessments of one project by one model, as of a cut. */
export class ProjectAssessmentsQuery extends Query<ProjectAssessments | Refused<ProjectAssessmentsRefusal>> {
  constructor(
    readonly reading: Reading,
    readonly params: ProjectAssessmentsParams,
  ) {
    super();
  }
}
