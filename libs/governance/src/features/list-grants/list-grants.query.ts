import type { Reading } from '@docket/kernel';
import { Query } from '@nestjs/cqrs';
import type { GrantView } from '../../grant.view';
import type { GrantFilter } from './grants-of';

/** The delegations of a portfolio at a cut. */
export class ListGrantsQuery extends Query<readonly GrantView[]> {
  constructor(
    readonly reading: Reading,
    readonly params: GrantFilter,
  ) {
    super();
  }
}
