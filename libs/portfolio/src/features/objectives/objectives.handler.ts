import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { objectivesOf } from './objectives-of';
import { ObjectivesQuery } from './objectives.query';

@QueryHandler(ObjectivesQuery)
export class ObjectivesHandler implements IQueryHandler<ObjectivesQuery> {
  execute({ reading: { readModel, cut }, params }: ObjectivesQuery) {
    return objectivesOf(readModel, cut, params);
  }
}
