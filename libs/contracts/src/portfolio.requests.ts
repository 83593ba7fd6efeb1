import { Matches } from 'class-validator';
import { ApiProperty } from './description';
import { Text, TimeZoneField } from './validators';

export class OpenPortfolioRequest {
  @Text({ example: 'City infrastructure' })
  name: string;

  @ApiProperty({ example: 'GBP', description: 'ISO 4217: every amount in the portfolio is in it.' })
  @Matches(/^[A-Z]{3}$/, { message: 'currency must be an ISO 4217 code like GBP' })
  currency: string;

  @TimeZoneField({ description: "Where the portfolio's days end." })
  timeZone: string;
}
