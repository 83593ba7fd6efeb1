import type { Reading, Refused } from '@docket/kernel';
import { Query } from '@nestjs/cqrs';
import type { AuthorityQuestion, AuthorityView } from './authority-for';

/** Who may decide on a motion at a cut, and why nobody below. */
export class FindAuthorityQuery extends Query<AuthorityView | Refused<'project-unknown'>> {
  constructor(
    readonly reading: Reading,
    readonly params: AuthorityQuestion,
  ) {
    super();
  }
}
