import type { Reading, Refused } from '@docket/kernel';
import { Query } from '@nestjs/cqrs';
import type { DependencyView } from './dependencies-of';

/** The dependencies between the projects of a portfolio at a cut. */
export class ListDependenciesQuery extends Query<readonly DependencyView[]> {
  constructor(
    readonly reading: Reading,
    readonly portfolioId: string,
  ) {
    super();
  }
}

/** The dependencies of one project at a cut, in both directions. */
export class ListProjectDependenciesQuery extends Query<
  readonly DependencyView[] | Refused<'project-unknown'>
> {
  constructor(
    readonly reading: Reading,
    readonly projectId: string,
  ) {
    super();
  }
}
