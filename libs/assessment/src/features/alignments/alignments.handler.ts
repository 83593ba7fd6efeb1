import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { alignmentsOf } from './alignments-of';
import { AlignmentsQuery } from './alignments.query';

@QueryHandler(AlignmentsQuery)
export class AlignmentsHandler implements IQueryHandler<AlignmentsQuery> {
  execute({ reading: { readModel, cut }, params }: AlignmentsQuery) {
    return alignmentsOf(readModel, cut, params);
  }
}
