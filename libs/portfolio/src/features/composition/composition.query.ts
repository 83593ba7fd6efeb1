import type { Reading } from '@docket/kernel';
import { Query } from '@nestjs/cqrs';
import type { CompositionView } from './composition-of';

/** The tree of a portfolio at a cut. */
export class CompositionQuery extends Query<CompositionView> {
  constructor(
    readonly reading: Reading,
    readonly params: Readonly<{ portfolioId: string }>,
  ) {
    super();
  }
}
