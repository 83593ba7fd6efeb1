import type { Reading, Refused } from '@docket/kernel';
import { Query } from '@nestjs/cqrs';
import type { CompareModelsParams, CompareModelsRefusal, ModelComparison } from './compare-models';

/** Two models over one portfolio, as of a cut. */
export class CompareModelsQuery extends Query<ModelComparison | Refused<CompareModelsRefusal>> {
  constructor(
    readonly reading: Reading,
    readonly params: CompareModelsParams,
  ) {
    super();
  }
}
