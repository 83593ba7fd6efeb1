import type { Cut, Refused } from '@docket/kernel';
import { Query } from '@nestjs/cqrs';
import type { ProjectDetail } from './project-by-id';

/** One project at a cut. */
export class FindProjectQuery extends Query<ProjectDetail | Refused<'project-unknown'>> {
  constructor(
    readonly cut: Cut,
    readonly projectId: string,
  ) {
    super();
  }
}
