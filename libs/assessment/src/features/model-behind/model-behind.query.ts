import type { Reading, Refused } from '@docket/kernel';
import { Query } from '@nestjs/cqrs';
import type { ModelBehind } from './model-behind';

/** The model behind the ranking of a portfolio at a cut: who published it, when, and what to know of that. */
export class ModelBehindQuery extends Query<
  ModelBehind | Refused<'portfolio-unknown' | 'no-published-model'>
> {
  constructor(
    readonly reading: Reading,
    readonly params: Readonly<{ portfolioId: string }>,
  ) {
    super();
  }
}
