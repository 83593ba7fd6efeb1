import type { Reading, Refused } from '@docket/kernel';
import { Query } from '@nestjs/cqrs';
import type { BodyView } from '../../governance.view';

/** One body at a cut. */
export class FindBodyQuery extends Query<BodyView | Refused<'body-unknown'>> {
  constructor(
    readonly reading: Reading,
    readonly params: Readonly<{ bodyId: string }>,
  ) {
    super();
  }
}
