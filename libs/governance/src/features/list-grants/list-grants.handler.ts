import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { grantsOf } from './grants-of';
import { ListGrantsQuery } from './list-grants.query';

@QueryHandler(ListGrantsQuery)
export class ListGrantsHandler implements IQueryHandler<ListGrantsQuery> {
  execute({ reading: { readModel, cut }, params }: ListGrantsQuery) {
    return grantsOf(readModel, cut, params);
  }
}
