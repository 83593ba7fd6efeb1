import { QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { fundingLineOf } from './funding-line';
import { FundingLineQuery } from './funding-line.query';

@QueryHandler(FundingLineQuery)
export class FundingLineHandler implements IQueryHandler<FundingLineQuery> {
  execute({ reading: { readModel, cut }, params }: FundingLineQuery) {
    return fundingLineOf(readModel, cut, params);
  }
}
