import type { Reading } from '@docket/kernel';
import { Query } from '@nestjs/cqrs';
import type { DelegationMatrix } from './delegation-matrix';

/** The scheme of delegation that is in force at a cut. */
export class FindDelegationMatrixQuery extends Query<DelegationMatrix> {
  constructor(
    readonly reading: Reading,
    readonly params: Readonly<{ portfolioId: string }>,
  ) {
    super();
  }
}
