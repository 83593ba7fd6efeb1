import type { Reading, Refused } from '@docket/kernel';
import { Query } from '@nestjs/cqrs';
import type { ProjectGates } from './gates-of-project-at';

/** Where a project stands among its gates at a cut. */
export class FindGatesQuery extends Query<ProjectGates | Refused<'project-unknown'>> {
  constructor(
    readonly reading: Reading,
    readonly of: Readonly<{ projectId: string }>,
  ) {
    super();
  }
}
