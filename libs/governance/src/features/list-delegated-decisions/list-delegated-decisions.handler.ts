import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { delegatedDecisions } from './delegated-decisions';
import { ListDelegatedDecisionsQuery } from './list-delegated-decisions.query';

@QueryHandler(ListDelegatedDecisionsQuery)
export class ListDelegatedDecisionsHandler implements IQueryHandler<ListDelegatedDecisionsQuery> {
  execute({ reading: { readModel, cut }, params }: ListDelegatedDecisionsQuery) {
    return delegatedDecisions(readModel, cut, params);
  }
}
