import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { FindGrantQuery } from './find-grant.query';
import { grantById } from './grant-by-id';

@QueryHandler(FindGrantQuery)
export class FindGrantHandler implements IQueryHandler<FindGrantQuery> {
  execute({ reading: { readModel, cut }, params }: FindGrantQuery) {
    return grantById(readModel, cut, params);
  }
}
