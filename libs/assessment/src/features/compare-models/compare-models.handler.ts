import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { compareModels } from './compare-models';
import { CompareModelsQuery } from './compare-models.query';

@QueryHandler(CompareModelsQuery)
export class CompareModelsHandler implements IQueryHandler<CompareModelsQuery> {
  execute({ reading: { readModel, cut }, params }: CompareModelsQuery) {
    return compareModels(readModel, cut, params);
  }
}
