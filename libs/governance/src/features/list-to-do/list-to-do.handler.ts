import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ListToDoQuery } from './list-to-do.query';
import { wholeToDoOf } from './whole-to-do';

@QueryHandler(ListToDoQuery)
export class ListToDoHandler implements IQueryHandler<ListToDoQuery> {
  execute({ reading: { readModel, cut }, of }: ListToDoQuery) {
    return wholeToDoOf(readModel, cut, of);
  }
}
