import type { Cut, Refused } from '@docket/kernel';
import { Query } from '@nestjs/cqrs';
import type { ProjectHistory } from './project-history';

/** What happened to a project up to a cut. */
export class TraceProjectQuery extends Query<ProjectHistory | Refused<'project-unknown'>> {
  constructor(
    readonly cut: Cut,
    readonly projectId: string,
  ) {
    super();
  }
}
