import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { actualsOf } from './actuals-of';
import { ActualsQuery } from './actuals.query';

@QueryHandler(ActualsQuery)
export class ActualsHandler implements IQueryHandler<ActualsQuery> {
  execute({ reading: { readModel, cut }, params }: ActualsQuery) {
    return actualsOf(readModel, cut, params);
  }
}
