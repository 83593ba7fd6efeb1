import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { objectiveCoverageAt } from './objective-coverage-at';
import { ObjectiveCoverageQuery } from './objective-coverage.query';

@QueryHandler(ObjectiveCoverageQuery)
export class ObjectiveCoverageHandler implements IQueryHandler<ObjectiveCoverageQuery> {
  execute({ reading: { readModel, cut }, params }: ObjectiveCoverageQuery) {
    return objectiveCoverageAt(readModel, cut, params);
  }
}
