import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { decisionRegister } from './decision-register';
import { ListDecisionsQuery } from './list-decisions.query';

@QueryHandler(ListDecisionsQuery)
export class ListDecisionsHandler implements IQueryHandler<ListDecisionsQuery> {
  execute({ reading: { readModel, cut }, params }: ListDecisionsQuery) {
    return decisionRegister(readModel, cut, params);
  }
}
