import type { Reading } from '@docket/kernel';
import { Query } from '@nestjs/cqrs';
import type { InterestView } from './interests-of';

/** The register of interests of a portfolio at a cut, or of one person in it. */
export class ListInterestsQuery extends Query<readonly InterestView[]> {
  constructor(
    readonly reading: Reading,
    readonly of: Readonly<{ portfolioId: string; person?: string }>,
  ) {
    super();
  }
}
