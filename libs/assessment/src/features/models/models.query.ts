import type { Reading, Refused } from '@docket/kernel';
import { Query } from '@nestjs/cqrs';
import type { ModelDetail, ModelSummary } from './models';

/** The scoring models of a portfolio as of a cut. */
export class ModelsQuery extends Query<readonly ModelSummary[]> {
  constructor(
    readonly reading: Reading,
    readonly params: Readonly<{ portfolioId: string }>,
  ) {
    super();
  }
}

/** One scoring model as of a cut. */
export class ModelByIdQuery extends Query<ModelDetail | Refused<'model-unknown'>> {
  constructor(
    readonly reading: Reading,
    readonly params: Readonly<{ modelId: string }>,
  ) {
    super();
  }
}
