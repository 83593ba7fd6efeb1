import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { explainOf } from './explain';
import { ExplainQuery } from './explain.query';

@QueryHandler(ExplainQuery)
export class ExplainHandler implements IQueryHandler<ExplainQuery> {
  execute({ reading: { readModel, cut }, params }: ExplainQuery) {
    return explainOf(readModel, cut, params);
  }
}
