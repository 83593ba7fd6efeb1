import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ListPlanQuery } from './list-plan.query';
import { planOfRecord } from './plan-of-record';

@QueryHandler(ListPlanQuery)
export class ListPlanHandler implements IQueryHandler<ListPlanQuery> {
  execute({ reading: { readModel, cut }, params }: ListPlanQuery) {
    return planOfRecord(readModel, cut, params);
  }
}
