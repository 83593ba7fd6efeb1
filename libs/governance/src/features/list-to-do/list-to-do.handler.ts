import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ListToDoQuery } from './list-to-do.query';
import { toDoOf } from './to-do-of';

@QueryHandler(ListToDoQuery)
export class ListToDoHandler implements IQueryHandler<ListToDoQuery> {
  execute({ reading: { readModel, cut }, of }: ListToDoQuery) {
    return toDoOf(readModel, cut, of);
  }
}
