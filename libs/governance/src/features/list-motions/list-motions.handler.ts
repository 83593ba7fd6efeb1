import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { motionsOf } from './motions-of';
import { ListMotionsQuery } from './list-motions.query';

@QueryHandler(ListMotionsQuery)
export class ListMotionsHandler implements IQueryHandler<ListMotionsQuery> {
  execute({ reading: { readModel, cut }, params }: ListMotionsQuery) {
    return motionsOf(readModel, cut, params);
  }
}
