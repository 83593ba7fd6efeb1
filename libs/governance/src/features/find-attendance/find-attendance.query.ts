import type { Reading, Refused } from '@docket/kernel';
import { Query } from '@nestjs/cqrs';
import type { AttendanceOfBody } from './attendance-of';

/** Who took part in the ballots of a body, at a cut. */
export class FindAttendanceQuery extends Query<AttendanceOfBody | Refused<'body-unknown'>> {
  constructor(
    readonly reading: Reading,
    readonly params: Readonly<{ bodyId: string; portfolioId: string }>,
  ) {
    super();
  }
}
