import type { Reading, Refused } from '@docket/kernel';
import { Query } from '@nestjs/cqrs';
import type { ExplainParams, ExplainRefusal, Explanation } from './explain';

/** Why one project stands where it stands, as of a cut. */
export class ExplainQuery extends Query<Explanation | Refused<ExplainRefusal>> {
  constructor(
    readonly reading: Reading,
    readonly params: ExplainParams,
  ) {
    super();
  }
}
