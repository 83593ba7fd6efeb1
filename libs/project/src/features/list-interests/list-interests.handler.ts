import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { interestsOf } from './interests-of';
import { ListInterestsQuery } from './list-interests.query';

@QueryHandler(ListInterestsQuery)
export class ListInterestsHandler implements IQueryHandler<ListInterestsQuery> {
  execute({ reading: { readModel, cut }, of }: ListInterestsQuery) {
    return interestsOf(readModel, cut, of);
  }
}
