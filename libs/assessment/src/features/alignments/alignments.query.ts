import type { Reading } from '@docket/kernel';
import { Query } from '@nestjs/cqrs';
import type { AlignmentView } from './alignments-of';

/** The alignment of every component of a portfolio, at a cut. */
export class AlignmentsQuery extends Query<readonly AlignmentView[]> {
  constructor(
    readonly reading: Reading,
    readonly params: Readonly<{ portfolioId: string }>,
  ) {
    super();
  }
}
