import type { Reading } from '@docket/kernel';
import { Query } from '@nestjs/cqrs';
import type { ClosureView } from '../../closure.view';
import type { ClosureFilter } from './closures-of';

/** The closure reports of a portfolio at a cut that are looked for. */
export class ListClosuresQuery extends Query<readonly ClosureView[]> {
  constructor(
    readonly reading: Reading,
    readonly of: ClosureFilter,
  ) {
    super();
  }
}
