import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { delegationMatrix } from './delegation-matrix';
import { FindDelegationMatrixQuery } from './find-delegation-matrix.query';

@QueryHandler(FindDelegationMatrixQuery)
export class FindDelegationMatrixHandler implements IQueryHandler<FindDelegationMatrixQuery> {
  execute({ reading: { readModel, cut }, params }: FindDelegationMatrixQuery) {
    return delegationMatrix(readModel, cut, params);
  }
}
