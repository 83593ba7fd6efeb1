import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { conditionsOf } from './conditions-of';
import { ListConditionsQuery } from './list-conditions.query';

@QueryHandler(ListConditionsQuery)
export class ListConditionsHandler implements IQueryHandler<ListConditionsQuery> {
  execute({ reading: { readModel, cut }, params }: ListConditionsQuery) {
    return conditionsOf(readModel, cut, params);
  }
}
