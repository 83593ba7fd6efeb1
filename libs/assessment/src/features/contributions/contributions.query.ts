import type { Reading, Refused } from '@docket/kernel';
import { Query } from '@nestjs/cqrs';
import type { ComponentContributions, ContributionFilter, ContributionView } from './contributions-of';

/** Which component of a portfolio serves which objective, at a cut. */
export class ContributionsQuery extends Query<readonly ContributionView[]> {
  constructor(
    readonly reading: Reading,
    readonly params: ContributionFilter,
  ) {
    super();
  }
}

/** What one component contributes, at a cut. */
export class ProjectContributionsQuery extends Query<ComponentContributions | Refused<'project-unknown'>> {
  constructor(
    readonly reading: Reading,
    readonly params: Readonly<{ projectId: string }>,
  ) {
    super();
  }
}
