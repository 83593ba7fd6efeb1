import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { modelById, modelsOf } from './models';
import { ModelByIdQuery, ModelsQuery } from './models.query';

@QueryHandler(ModelsQuery)
export class ModelsHandler implements IQueryHandler<ModelsQuery> {
  execute({ reading: { readModel, cut }, params }: ModelsQuery) {
    return modelsOf(readModel, cut, params);
  }
}

@QueryHandler(ModelByIdQuery)
export class ModelByIdHandler implements IQueryHandler<ModelByIdQuery> {
  execute({ reading: { readModel, cut }, params }: ModelByIdQuery) {
    return modelById(readModel, cut, params);
  }
}
