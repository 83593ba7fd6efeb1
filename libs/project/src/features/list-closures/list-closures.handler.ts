import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { closuresOf } from './closures-of';
import { ListClosuresQuery } from './list-closures.query';

@QueryHandler(ListClosuresQuery)
export class ListClosuresHandler implements IQueryHandler<ListClosuresQuery> {
  execute({ reading: { readModel, cut }, of }: ListClosuresQuery) {
    return closuresOf(readModel, cut, of);
  }
}
