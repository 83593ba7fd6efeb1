import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { gateSetsOf } from './gate-sets-of';
import { ListGatesQuery } from './list-gates.query';

@QueryHandler(ListGatesQuery)
export class ListGatesHandler implements IQueryHandler<ListGatesQuery> {
  execute({ reading: { readModel, cut }, of }: ListGatesQuery) {
    return gateSetsOf(readModel, cut, of);
  }
}
