import type { Reading } from '@docket/kernel';
import { Query } from '@nestjs/cqrs';
import type { BodyView } from '../../governance.view';

/** The bodies of a portfolio at a cut. */
export class ListBodiesQuery extends Query<readonly BodyView[]> {
  constructor(
    readonly reading: Reading,
    readonly params: Readonly<{ portfolioId: string }>,
  ) {
    super();
  }
}
