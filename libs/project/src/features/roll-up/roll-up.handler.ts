import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { rollUpAt } from './roll-up-at';
import { RollUpQuery } from './roll-up.query';

@QueryHandler(RollUpQuery)
export class RollUpHandler implements IQueryHandler<RollUpQuery> {
  execute({ reading: { readModel, cut }, params }: RollUpQuery) {
    return rollUpAt(readModel, cut, params);
  }
}
