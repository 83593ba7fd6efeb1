import type { Reading, Refused } from '@docket/kernel';
import { Query } from '@nestjs/cqrs';

import type { Letter, LetterParams, LetterRefusal } from './letter';

/** Why a component stands where it stands and what would lift it, as of a cut. */
export class LetterQuery extends Query<Letter | Refused<LetterRefusal>> {
  constructor(
    readonly reading: Reading,
    readonly params: LetterParams,
  ) {
    super();
  }
}
