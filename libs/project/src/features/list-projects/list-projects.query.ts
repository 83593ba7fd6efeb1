import type { Reading } from '@docket/kernel';
import { Query } from '@nestjs/cqrs';
import type { ProjectView } from '../../project.view';
import type { ProjectFilter } from './projects-of';

/** The projects of a portfolio at a cut. */
export class ListProjectsQuery extends Query<readonly ProjectView[]> {
  constructor(
    readonly reading: Reading,
    readonly filter: ProjectFilter,
  ) {
    super();
  }
}
