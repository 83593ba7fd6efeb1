import type { Reading } from '@docket/kernel';
import { Query } from '@nestjs/cqrs';
import type { AnyToDo, Asked } from './to-do';

/** What waits for a person in a portfolio at a cut. */
export class ListToDoQuery extends Query<readonly AnyToDo[]> {
  constructor(
    readonly reading: Reading,
    readonly of: Asked,
  ) {
    super();
  }
}
