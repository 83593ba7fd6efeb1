import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { bodiesOf } from './bodies-of';
import { ListBodiesQuery } from './list-bodies.query';

@QueryHandler(ListBodiesQuery)
export class ListBodiesHandler implements IQueryHandler<ListBodiesQuery> {
  execute({ reading: { readModel, cut }, params }: ListBodiesQuery) {
    return bodiesOf(readModel, cut, params);
  }
}
