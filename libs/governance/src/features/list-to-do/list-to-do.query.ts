import type { Reading } from '@docket/kernel';
import { Query } from '@nestjs/cqrs';
import type { Asked, ToDo } from './to-do';

/** What waits for a person in a portfolio at a cut. */
export class ListToDoQuery extends Query<readonly ToDo[]> {
  constructor(
    readonly reading: Reading,
    readonly of: Asked,
  ) {
    super();
  }
}
