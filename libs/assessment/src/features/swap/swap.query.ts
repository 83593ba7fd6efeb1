import type { Reading, Refused } from '@docket/kernel';
import { Query } from '@nestjs/cqrs';
import type { ExplainRefusal } from '../explain/explain';
import type { SwapAnswer, SwapParams } from './swap';

/** The smallest single change that would swap a component with its neighbour, as of a cut. */
export class SwapQuery extends Query<SwapAnswer | Refused<ExplainRefusal>> {
  constructor(
    readonly reading: Reading,
    readonly params: SwapParams,
  ) {
    super();
  }
}
