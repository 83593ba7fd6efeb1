import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { confidenceOf } from './confidence-of';
import { FindConfidenceQuery } from './find-confidence.query';

@QueryHandler(FindConfidenceQuery)
export class FindConfidenceHandler implements IQueryHandler<FindConfidenceQuery> {
  execute({ reading: { readModel, cut }, projectId }: FindConfidenceQuery) {
    return confidenceOf(readModel, cut, { projectId });
  }
}
