import type { Reading, Refused } from '@docket/kernel';
import { Query } from '@nestjs/cqrs';
import type { GrantDetail } from '../../grant.view';
import type { GrantKey } from './grant-by-id';

/** One grant at a cut. */
export class FindGrantQuery extends Query<GrantDetail | Refused<'grant-unknown'>> {
  constructor(
    readonly reading: Reading,
    readonly params: GrantKey,
  ) {
    super();
  }
}
