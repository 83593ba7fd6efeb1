import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { modelBehind } from './model-behind';
import { ModelBehindQuery } from './model-behind.query';

@QueryHandler(ModelBehindQuery)
export class ModelBehindHandler implements IQueryHandler<ModelBehindQuery> {
  execute({ reading: { readModel, cut }, params }: ModelBehindQuery) {
    return modelBehind(readModel, cut, params);
  }
}
