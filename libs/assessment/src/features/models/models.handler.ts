import { LIVE_READ_MODEL, type LiveReadModel } from '@docket/kernel';
import { Inject } from '@nestjs/common';
import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { modelById, modelsOf } from './models';
import { ModelByIdQuery, ModelsQuery } from './models.query';

@QueryHandler(ModelsQuery)
export class ModelsHandler implements IQueryHandler<ModelsQuery> {
  constructor(@Inject(LIVE_READ_MODEL) private readonly live: LiveReadModel) {}

  execute({ cut, params }: ModelsQuery) {
    return modelsOf(this.live.current(), cut, params);
  }
}

@QueryHandler(ModelByIdQuery)
export class ModelByIdHandler implements IQueryHandler<ModelByIdQuery> {
  constructor(@Inject(LIVE_READ_MODEL) private readonly live: LiveReadModel) {}

  execute({ cut, params }: ModelByIdQuery) {
    return modelById(this.live.current(), cut, params);
  }
}
