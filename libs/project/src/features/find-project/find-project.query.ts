import type { Reading, Refused } from '@docket/kernel';
import { Query } from '@nestjs/cqrs';
import type { ProjectDetail } from './project-by-id';

/** One project at a cut. */
export class FindProjectQuery extends Query<ProjectDetail | Refused<'project-unknown'>> {
  constructor(
    readonly reading: Reading,
    readonly projectId: string,
  ) {
    super();
  }
}
