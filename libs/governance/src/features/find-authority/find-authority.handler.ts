import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { authorityFor } from './authority-for';
import { FindAuthorityQuery } from './find-authority.query';

@QueryHandler(FindAuthorityQuery)
export class FindAuthorityHandler implements IQueryHandler<FindAuthorityQuery> {
  execute({ reading: { readModel, cut }, params }: FindAuthorityQuery) {
    return authorityFor(readModel, cut, params);
  }
}
