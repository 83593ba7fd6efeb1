import type { Reading, Refused } from '@docket/kernel';
import { Query } from '@nestjs/cqrs';
import type { FundingLine, FundingLineParams, FundingLineRefusal } from './funding-line';

/** Who stands above the funding line under a budget, as of a cut. */
export class FundingLineQuery extends Query<FundingLine | Refused<FundingLineRefusal>> {
  constructor(
    readonly reading: Reading,
    readonly params: FundingLineParams,
  ) {
    super();
  }
}
