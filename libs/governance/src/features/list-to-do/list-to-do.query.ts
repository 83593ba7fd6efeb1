import type { Reading } from '@docket/kernel';
import { Query } from '@nestjs/cqrs';
import type { ToDo } from './to-do-of';

/** What waits for a person in a portfolio at a cut. */
export class ListToDoQuery extends Query<readonly ToDo[]> {
  constructor(
    readonly reading: Reading,
    readonly of: Readonly<{ portfolioId: string; person: string }>,
  ) {
    super();
  }
}
